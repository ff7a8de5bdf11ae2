import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from './change.ts';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import { AT, FIRST, SECOND, openOn, putAnnotation } from './testing/in-memory-store.ts';
import { type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';

/** What a reader, a disk or a power cut may do next. */
type Step =
  | { readonly do: 'put'; readonly article: 0 | 1; readonly number: number; readonly note: string }
  | { readonly do: 'remove'; readonly article: 0 | 1; readonly number: number }
  | {
      readonly do: 'bookmark';
      readonly article: 0 | 1;
      readonly block: number;
      readonly on: boolean;
    }
  | { readonly do: 'read'; readonly article: 0 | 1; readonly offset: number }
  | { readonly do: 'shelf'; readonly article: 0 | 1; readonly saved: boolean }
  | { readonly do: 'compact' }
  | { readonly do: 'compact-cut'; readonly after: number; readonly kept: number }
  | { readonly do: 'restart' }
  | { readonly do: 'cut'; readonly kept: number };

const article = fc.constantFrom<0 | 1>(0, 1);
const number = fc.integer({ min: 1, max: 5 });
const kept = fc.constantFrom(0, 0.3, 0.9, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      article,
      number,
      note: fc.string({ unit: 'binary', maxLength: 12 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), article, number }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('bookmark' as const),
      article,
      block: number,
      on: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('read' as const), article, offset: fc.nat(999) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('shelf' as const), article, saved: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('compact' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('compact-cut' as const), after: fc.nat(30), kept }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const), kept }) },
);

const articleIds = [FIRST, SECOND] as const;

/** The simple model of a store: a map that never fails. */
const newModel = () =>
  articleIds.map(() => ({
    notes: new Map<string, string>(),
    blocks: new Set<string>(),
    offset: -1,
    saved: false,
  }));
type Model = ReturnType<typeof newModel>;

function toChange(made: Step, model: Model): Change | null {
  if (!('article' in made)) return null;
  const articleId = articleIds[made.article];
  const simple = model[made.article];
  if (!simple) return null;
  switch (made.do) {
    case 'put':
      simple.notes.set(annotationId(made.number), made.note);
      return putAnnotation(articleId, made.number, made.note);
    case 'remove':
      simple.notes.delete(annotationId(made.number));
      return { kind: 'remove-annotation', articleId, at: AT, id: annotationId(made.number) };
    case 'bookmark': {
      const blockId = `b${made.block}`;
      if (made.on) simple.blocks.add(blockId);
      else simple.blocks.delete(blockId);
      return made.on
        ? { kind: 'put-bookmark', articleId, at: AT, bookmark: { blockId, createdAt: AT } }
        : { kind: 'remove-bookmark', articleId, at: AT, blockId };
    }
    case 'shelf':
      simple.saved = made.saved;
      return {
        kind: 'put-shelf',
        articleId,
        at: AT,
        shelf: { savedAt: made.saved ? AT : null, finished: null },
      };
    default:
      simple.offset = made.offset;
      return {
        kind: 'put-reading',
        articleId,
        at: AT,
        reading: { offset: made.offset, progress: 0, openedAt: AT },
      };
  }
}

function expectAlike(store: ReturnType<typeof openOn>, model: Model): void {
  articleIds.forEach((articleId, index) => {
    const marks = store.read(articleId);
    const simple = model[index];
    expect(new Map(marks.annotations.map(({ id, note }) => [String(id), note]))).toEqual(
      simple?.notes,
    );
    expect(new Set(marks.bookmarks.map(({ blockId }) => blockId))).toEqual(simple?.blocks);
    expect(marks.reading?.offset ?? -1).toBe(simple?.offset);
    expect((marks.shelf?.savedAt ?? null) !== null).toBe(simple?.saved);
  });
}

/** The power fails while the worker compacts, so the worker stops and its app ends. */
async function cutWhileCompacting(
  disk: MemoryDisk,
  store: ReturnType<typeof openOn>,
  after: number,
): Promise<void> {
  const from = disk.calls();
  disk.fault = ({ index }) => (index - from >= after ? 'before' : null);
  await store.compact();
  disk.fault = () => null;
}

describe('the store and a simple map', () => {
  it('contain the same after any changes, compactions, restarts and power cuts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const disk = createMemoryDisk();
        const model = newModel();
        let pid = 100;
        let store = openOn(disk, pid);
        for (const made of steps) {
          const change = toChange(made, model);
          if (change) expect(store.change(change.articleId, [change]).ok).toBe(true);
          if (made.do === 'compact') expect((await store.compact())?.failures ?? []).toEqual([]);
          if (made.do === 'compact-cut') await cutWhileCompacting(disk, store, made.after);
          if (made.do === 'restart') await store.close();
          if (made.do === 'compact-cut' || made.do === 'cut') disk.cutPower(made.kept);
          if (['compact-cut', 'cut', 'restart'].includes(made.do)) store = openOn(disk, ++pid);
          expectAlike(store, model);
        }
        expectAlike(openOn(disk, pid + 1), model);
        expect(store.notices()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
