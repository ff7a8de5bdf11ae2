import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Autosave, type SaveState, createAutosave } from './autosave.ts';

/** A store whose saves end only when the test says so. */
function slowStore() {
  const waiting: { text: string; end: () => void; fail: () => void }[] = [];
  const save = vi.fn(
    (text: string) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ text, end: resolve, fail: () => reject(new Error('disk-full')) });
      }),
  );
  return { save, waiting };
}

function setUp() {
  const store = slowStore();
  const states: SaveState['kind'][] = [];
  const autosave: Autosave = createAutosave({
    initial: 'قديم',
    save: store.save,
    onState: (state) => states.push(state.kind),
  });
  return { ...store, states, autosave };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('createAutosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves once, 600 ms after the last key', async () => {
    const { autosave, save } = setUp();
    autosave.change('أ');
    await vi.advanceTimersByTimeAsync(599);
    autosave.change('أب');
    await vi.advanceTimersByTimeAsync(599);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls).toEqual([['أب']]);
  });

  it('reports that it waits, saves and has saved', async () => {
    const { autosave, waiting, states } = setUp();
    autosave.change('أ');
    await vi.advanceTimersByTimeAsync(600);
    waiting[0]?.end();
    await settle();
    expect(states).toEqual(['waiting', 'saving', 'saved']);
  });

  it('saves a change that came during a save right after it, and never runs two saves at a time', async () => {
    const { autosave, save, waiting } = setUp();
    autosave.change('أ');
    autosave.flush();
    autosave.change('أب');
    autosave.flush();
    expect(save).toHaveBeenCalledTimes(1);
    waiting[0]?.end();
    await settle();
    expect(save.mock.calls.at(-1)).toEqual(['أب']);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('keeps a failed text and saves it with the next flush', async () => {
    const { autosave, save, waiting, states } = setUp();
    autosave.change('أ');
    autosave.flush();
    waiting[0]?.fail();
    await settle();
    expect(states.at(-1)).toBe('failed');
    autosave.flush();
    expect(save.mock.calls).toEqual([['أ'], ['أ']]);
  });

  it('takes a text from elsewhere only while its own text is saved', async () => {
    const { autosave, save, waiting } = setUp();
    expect(autosave.follow('من تراجع')).toBe(true);
    autosave.change('أ');
    expect(autosave.follow('غيره')).toBe(false);
    autosave.flush();
    expect(autosave.follow('غيره')).toBe(false);
    waiting[0]?.end();
    await settle();

    expect(save.mock.calls).toEqual([['أ']]);
    expect(autosave.follow('أ')).toBe(true);
  });

  it('does not save a text that was dropped', async () => {
    const { autosave, save } = setUp();
    autosave.change('أ');
    autosave.drop();
    await vi.advanceTimersByTimeAsync(600);
    autosave.flush();
    await settle();

    expect(save).not.toHaveBeenCalled();
  });

  it('does not save a text that is saved already', async () => {
    const { autosave, save, states } = setUp();
    autosave.change('أ');
    autosave.change('قديم');
    autosave.flush();
    await settle();
    expect(save).not.toHaveBeenCalled();
    expect(states.at(-1)).toBe('saved');
  });

  it('saves once when a flush comes before the timer ends', async () => {
    const { autosave, save, waiting } = setUp();
    autosave.change('أ');
    autosave.flush();
    waiting[0]?.end();
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('reports nothing when nothing was written', async () => {
    const { autosave, states } = setUp();
    autosave.flush();
    await settle();
    expect(states).toEqual([]);
  });
});
