import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { MarksSummary } from '#shared/domain/anchored-marks.ts';
import { annotationIdSchema } from '#shared/domain/annotation.ts';
import { type ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { anArticleSummary } from '#shared/domain/testing/an-article-summary.ts';
import {
  type Found,
  type FoundNote,
  NO_CHOICE,
  countChosen,
  facetOptions,
  filterFound,
  narrows,
  toggleValue,
} from './facets.ts';

interface Sample {
  outlet?: string;
  date?: string;
  fields?: ('title' | 'text')[];
  highlights?: number;
  opened?: boolean;
  notes?: string[];
}

function found(id: string, sample: Sample): Found {
  const {
    outlet = null,
    date = null,
    fields = ['text'],
    highlights = 0,
    opened,
    notes = [],
  } = sample;
  const articleId = v.parse(articleIdSchema, id);
  const reading = opened ? { offset: 0, progress: 0, openedAt: '2026-01-01T00:00:00Z' } : null;
  const marks: MarksSummary = {
    articleId,
    highlights,
    notes: 0,
    bookmarks: 0,
    reading,
    read: 0,
    shelf: null,
  };
  return {
    hit: {
      articleId,
      score: 1,
      complete: true,
      matches: fields.map((field) => ({ field, start: 0, end: 3, text: 'نصّ', layer: 'exact' })),
      snippets: [],
      forms: [],
    },
    notes: notes.map((note) => aFoundNote(articleId, note)),
    article: anArticleSummary(id, { outlet, date }),
    marks,
  };
}

function aFoundNote(articleId: ArticleId, text: string): FoundNote {
  const excerpt = { text, cutBefore: false, cutAfter: false, marks: [] };
  const hit: FoundNote['hit'] = {
    articleId,
    annotationId: v.parse(annotationIdSchema, '3f0f8a4e-5a52-4b7e-9a0e-0d6c9d3a1f11'),
    complete: true,
    matches: [{ field: 'note', start: 0, end: text.length, text, layer: 'exact' }],
    forms: [],
    note: excerpt,
    quote: excerpt,
  };
  return { hit, annotation: null };
}

const a = found('a', { outlet: 'الحل نت', date: '2021-05-01', fields: ['title', 'text'] });
const b = found('b', { outlet: 'الحل نت', highlights: 2, opened: true });
const c = found('c', { date: 'XXXX-12-08', opened: true });
const all = [a, b, c];

describe('filterFound', () => {
  it('shows all when nothing is chosen', () => {
    expect(filterFound(all, NO_CHOICE)).toEqual(all);
  });

  it.each([
    ['part', 'title', [a]],
    ['part', 'text', all],
    ['part', 'note', []],
    ['outlet', 'الحل نت', [a, b]],
    ['outlet', '', [c]],
    ['year', '2021', [a]],
    ['year', '', [b, c]],
    ['state', 'unread', [a]],
    ['state', 'reading', [b, c]],
    ['state', 'highlights', [b]],
  ] as const)('filters by %s %j', (facet, value, expected) => {
    const shown = filterFound(all, toggleValue(NO_CHOICE, facet, value));

    expect(shown.map(({ article }) => article.id)).toEqual(
      expected.map(({ article }) => article.id),
    );
  });

  it('shows only the matches in the chosen parts of an article', () => {
    const noted = found('noted', { fields: ['title', 'text'], notes: ['زلزال'] });
    const onlyNoted = found('only', { fields: [], notes: ['زلزال'] });

    const inNotes = filterFound([noted, onlyNoted, a], toggleValue(NO_CHOICE, 'part', 'note'));
    const inTitles = filterFound([noted, onlyNoted, a], toggleValue(NO_CHOICE, 'part', 'title'));

    expect(inNotes.map(({ hit, notes }) => [hit.matches.length, notes.length])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(inTitles.map(({ hit, notes }) => [hit.matches.length, notes.length])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  it('requires every facet, and one of the chosen values of each', () => {
    const outlets = toggleValue(toggleValue(NO_CHOICE, 'outlet', ''), 'outlet', 'الحل نت');
    expect(filterFound(all, outlets)).toEqual(all);
    expect(filterFound(all, toggleValue(outlets, 'year', '2021'))).toEqual([a]);
    expect(countChosen(outlets)).toBe(2);
  });
});

describe('facetOptions', () => {
  it('counts articles, the most frequent value first and unknown last', () => {
    expect(facetOptions(all, NO_CHOICE, 'outlet')).toEqual([
      { value: 'الحل نت', count: 2 },
      { value: '', count: 1 },
    ]);
    expect(facetOptions(all, NO_CHOICE, 'year').map(({ value }) => value)).toEqual(['2021', '']);
    expect(facetOptions(all, NO_CHOICE, 'part')).toEqual([
      { value: 'title', count: 1 },
      { value: 'text', count: 3 },
      { value: 'note', count: 0 },
    ]);
  });

  it('counts under the filters of the other facets, and keeps a chosen value without articles', () => {
    const choice = toggleValue(toggleValue(NO_CHOICE, 'year', '2021'), 'outlet', '');
    expect(facetOptions(all, choice, 'outlet')).toEqual([
      { value: 'الحل نت', count: 1 },
      { value: '', count: 0 },
    ]);
  });

  it('offers a facet only when it can hide results or has a chosen value', () => {
    expect(narrows([{ value: '', count: 4 }], 4, [])).toBe(false);
    expect(narrows([{ value: 'unread', count: 3 }], 4, [])).toBe(true);
    expect(narrows([{ value: '', count: 4 }], 4, [''])).toBe(true);
    expect(narrows([], 0, [])).toBe(false);
  });
});
