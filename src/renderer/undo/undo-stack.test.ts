import { describe, expect, it } from 'vitest';
import { type UndoStep, createUndoStack } from './undo-stack.ts';

/** A value that steps set, and what it was after each. */
function aDocument() {
  const stack = createUndoStack(3);
  let value = '';
  return {
    stack,
    value: () => value,
    set(next: string, key?: string): UndoStep {
      const before = value;
      const put = (text: string) => async () => {
        value = text;
      };
      value = next;
      const step = { label: next, undo: put(before), redo: put(next), ...(key && { key }) };
      stack.record(step);
      return step;
    },
  };
}

describe('the undo stack', () => {
  it('takes changes back in reverse, and does them again', async () => {
    const { stack, set, value } = aDocument();
    set('a');
    set('b');

    await stack.undo();
    await stack.undo();
    expect([value(), stack.state()]).toEqual(['', { undoLabel: null, redoLabel: 'a' }]);
    await stack.redo();
    await stack.redo();

    expect([value(), stack.state()]).toEqual(['b', { undoLabel: 'b', redoLabel: null }]);
    expect(await stack.redo()).toBeNull();
  });

  it('forgets what could be done again when something new is done', async () => {
    const { stack, set, value } = aDocument();
    set('a');
    await stack.undo();
    set('b');

    expect(await stack.redo()).toBeNull();
    expect(value()).toBe('b');
  });

  it('keeps a step that could not be taken back', async () => {
    const { stack, set } = aDocument();
    set('a');
    let isFull = true;
    const undo = async () => {
      if (isFull) throw new Error('full');
    };
    stack.record({ label: 'b', undo, redo: undo });

    await expect(stack.undo()).rejects.toThrow('full');
    expect(stack.state().undoLabel).toBe('b');
    isFull = false;
    await stack.undo();

    expect(stack.state()).toEqual({ undoLabel: 'a', redoLabel: 'b' });
  });

  it('makes one step of saves in a row of the same text', async () => {
    const { stack, set, value } = aDocument();
    set('a');
    set('ab', 'note');
    set('abc', 'note');
    set('abcd', 'note');

    await stack.undo();
    expect(value()).toBe('a');
    await stack.redo();
    expect(value()).toBe('abcd');
    set('abcde', 'note');
    await stack.undo();

    expect(value()).toBe('abcd');
  });

  it('does what is asked for in a hurry one after the other', async () => {
    const { stack, set, value } = aDocument();
    set('a');
    set('b');
    set('c');

    await Promise.all([stack.undo(), stack.undo(), stack.redo()]);

    expect(value()).toBe('b');
  });

  it('forgets the oldest steps, and tells its listeners', () => {
    const { stack, set } = aDocument();
    let told = 0;
    const stop = stack.onChange(() => (told += 1));
    const steps = ['a', 'b', 'c', 'd'].map((each) => set(each));
    stop();
    set('e');

    expect(told).toBe(4);
    expect(stack.isLast(steps[3] as UndoStep)).toBe(false);
    expect(stack.state().undoLabel).toBe('e');
  });
});
