import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { Shelf } from '#shared/domain/annotation.ts';
import { marksSummarySchema } from '#shared/domain/anchored-marks.ts';
import { anArticleSummary } from '#shared/domain/testing/an-article-summary.ts';
import {
  countByState,
  inProgress,
  joinMarks,
  lastRead,
  savedItems,
  sortItems,
} from './reading-state.ts';

const marksOf = (articleId: string, read: number, openedAt: string, shelf: Shelf | null = null) =>
  v.parse(marksSummarySchema, {
    articleId,
    highlights: 0,
    notes: 0,
    bookmarks: 0,
    reading: { offset: 0, progress: 0, openedAt },
    read,
    shelf,
  });

const items = joinMarks(
  [
    anArticleSummary('a', { title: 'تفاح', wordCount: 300 }),
    anArticleSummary('b', { title: 'برتقال', date: '2020-09-25' }),
    anArticleSummary('c', { title: 'أجاص', date: 'XXXX-12-08', wordCount: 200 }),
    anArticleSummary('d', { title: 'جوز', date: '2021-01-01' }),
  ],
  [
    marksOf('a', 0.4, '2026-01-02T00:00:00.000Z'),
    marksOf('b', 0.99, '2026-01-03T00:00:00.000Z'),
    marksOf('d', 0, '2026-01-04T00:00:00.000Z'),
  ],
);
const ids = (list: typeof items) => list.map(({ article }) => article.id);

describe('the library list', () => {
  it('counts unread, begun and finished articles', () => {
    expect(countByState(items)).toEqual({ all: 4, unread: 1, reading: 2, read: 1 });
  });

  it('orders whole dates first and leaves uncertain dates after them', () => {
    expect(ids(sortItems(items, 'published'))).toEqual(['d', 'b', 'a', 'c']);
  });

  it('orders titles by the Arabic alphabet, and orders by length', () => {
    expect(ids(sortItems(items, 'title'))).toEqual(['c', 'b', 'a', 'd']);
    expect(ids(sortItems(items, 'length')).at(-1)).toBe('a');
  });

  it('answers the begun article that was opened last', () => {
    expect(lastRead(items)?.article.id).toBe('d');
    expect(ids(inProgress(items))).toEqual(['d', 'a']);
  });

  it('trusts what the reader said more than the share that was read, until the article is opened again', () => {
    const finished = (is: boolean) => ({
      savedAt: null,
      finished: { is, at: '2026-01-05T00:00:00.000Z' },
    });
    const stateOf = (read: number, openedAt: string, is: boolean) =>
      joinMarks([anArticleSummary('a')], [marksOf('a', read, openedAt, finished(is))])[0]?.state;

    expect(stateOf(0.2, '2026-01-04T00:00:00.000Z', true)).toBe('read');
    expect(stateOf(1, '2026-01-04T00:00:00.000Z', false)).toBe('unread');
    expect(stateOf(1, '2026-01-06T00:00:00.000Z', false)).toBe('reading');
  });

  it('lists saved articles, the latest first', () => {
    const saved = (savedAt: string | null) => ({ savedAt, finished: null });
    const list = joinMarks(
      ['a', 'b', 'c'].map((id) => anArticleSummary(id)),
      [
        marksOf('a', 0, '2026-01-01T00:00:00.000Z', saved('2026-01-02T00:00:00.000Z')),
        marksOf('b', 0, '2026-01-01T00:00:00.000Z', saved(null)),
        marksOf('c', 0, '2026-01-01T00:00:00.000Z', saved('2026-01-03T00:00:00.000Z')),
      ],
    );

    expect(ids(savedItems(list))).toEqual(['c', 'a']);
  });
});
