import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { mountHook } from '#renderer/testing/mount.tsx';
import { type ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { useSelection } from './use-selection.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'].map((id) => v.parse(articleIdSchema, id));
const idOf = (at: number): ArticleId => {
  const id = ORDER[at];
  if (id === undefined) throw new Error('no such row');
  return id;
};

/** A list with the articles `a` to `e`; `chosen` returns the chosen ones as letters. */
function aList() {
  const hook = mountHook(useSelection, ORDER);
  return {
    ...hook,
    select: (at: number, how: 'one' | 'to') => hook.value().select(idOf(at), how),
    chosen: () => expect.poll(() => [...(hook.value().ids ?? [])].toSorted().join('')),
  };
}

describe('useSelection', () => {
  it('adds a row and takes it away again', async () => {
    const list = aList();
    list.select(1, 'one');
    await list.chosen().toBe('b');
    list.select(3, 'one');
    await list.chosen().toBe('bd');
    list.select(1, 'one');
    await list.chosen().toBe('d');
    list.select(3, 'one');
    await expect.poll(() => list.value().ids).toBeNull();
  });

  it('chooses all between where a run began and a row, in both directions', async () => {
    const list = aList();
    list.select(2, 'one');
    await list.chosen().toBe('c');
    list.select(4, 'to');
    await list.chosen().toBe('cde');
    list.select(0, 'to');
    await list.chosen().toBe('abc');
  });

  it('keeps what was chosen before the run', async () => {
    const list = aList();
    list.select(0, 'one');
    await list.chosen().toBe('a');
    list.select(3, 'one');
    await list.chosen().toBe('ad');
    list.select(4, 'to');
    await list.chosen().toBe('ade');
  });

  it('leaves out what a filter has taken from the list', async () => {
    const list = aList();
    list.value().selectAll();
    await list.chosen().toBe('abcde');
    list.rerender(ORDER.slice(0, 2));
    await list.chosen().toBe('ab');
    list.rerender([]);
    await expect.poll(() => list.value().ids).toBeNull();
  });

  it('begins a new run after its end', async () => {
    const list = aList();
    list.select(0, 'one');
    await list.chosen().toBe('a');
    list.value().end();
    await expect.poll(() => list.value().ids).toBeNull();
    list.select(3, 'to');
    await list.chosen().toBe('d');
  });
});
