import { describe, expect, it } from 'vitest';
import { articlesTarget } from './undo-target.ts';
import { type Direction, type UndoStep, createUndoStack } from './undo-stack.ts';

const target = articlesTarget([]);

/** A value that the steps of the test set and restore. */
function aDocument() {
  const stack = createUndoStack(3);
  let value = '';
  return {
    stack,
    value: () => value,
    labels: () => [stack.next('undo')?.label ?? null, stack.next('redo')?.label ?? null],
    async take(direction: Direction): Promise<boolean> {
      const step = stack.next(direction);
      return step !== null && (await stack.take(direction, step));
    },
    set(next: string, key?: string): UndoStep {
      const before = value;
      const put = (text: string) => async () => {
        value = text;
      };
      value = next;
      const step = { label: next, target, undo: put(before), redo: put(next), ...(key && { key }) };
      stack.record(step);
      return step;
    },
  };
}

describe('the undo stack', () => {
  it('undoes changes in reverse order, and redoes them', async () => {
    const { set, take, value, labels } = aDocument();
    set('a');
    set('b');

    await take('undo');
    await take('undo');
    expect([value(), labels()]).toEqual(['', [null, 'a']]);
    await take('redo');
    await take('redo');

    expect([value(), labels()]).toEqual(['b', ['b', null]]);
  });

  it('forgets the steps to redo when a new step is recorded', async () => {
    const { stack, set, take, value } = aDocument();
    set('a');
    await take('undo');
    set('b');

    expect(stack.next('redo')).toBeNull();
    expect(value()).toBe('b');
  });

  it('keeps a step that could not be undone', async () => {
    const { stack, set, take, labels } = aDocument();
    set('a');
    let isFull = true;
    const undo = async () => {
      if (isFull) throw new Error('full');
    };
    stack.record({ label: 'b', target, undo, redo: undo });

    await expect(take('undo')).rejects.toThrow('full');
    expect(labels()).toEqual(['b', null]);
    isFull = false;
    await take('undo');

    expect(labels()).toEqual(['a', 'b']);
  });

  it('joins consecutive saves of the same text into one step', async () => {
    const { set, take, value } = aDocument();
    set('a');
    set('ab', 'note');
    set('abc', 'note');
    set('abcd', 'note');

    await take('undo');
    expect(value()).toBe('a');
    await take('redo');
    expect(value()).toBe('abcd');
    set('abcde', 'note');
    await take('undo');

    expect(value()).toBe('abcd');
  });

  it('undoes no other step than the one that was asked for', async () => {
    const { stack, set, value } = aDocument();
    const a = set('a');
    set('b');

    expect(await stack.take('undo', a)).toBe(false);
    expect(value()).toBe('b');
  });

  it('handles quick requests one after the other', async () => {
    const { stack, set, value } = aDocument();
    set('a');
    const b = set('b');
    const c = set('c');

    const taken = [stack.take('undo', c), stack.take('undo', b), stack.take('redo', b)];

    expect(await Promise.all(taken)).toEqual([true, true, true]);
    expect(value()).toBe('b');
  });

  it('forgets the oldest steps, dropped steps, and all steps when it is cleared', () => {
    const { stack, set, labels } = aDocument();
    const steps = ['a', 'b', 'c', 'd'].map((each) => set(each));

    stack.drop((each) => each === steps[3]);
    expect(labels()).toEqual(['c', null]);
    stack.drop((each) => each === steps[2]);
    stack.drop((each) => each === steps[1]);
    expect(labels()).toEqual([null, null]);
    set('e');
    stack.clear();

    expect(labels()).toEqual([null, null]);
  });
});
