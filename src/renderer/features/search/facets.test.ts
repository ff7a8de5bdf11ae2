import { describe, expect, it } from 'vitest';
import type { MarksSummary } from '#shared/domain/annotation.ts';
import { articleIdSchema } from '#shared/domain/article.ts';
import {
  type Found,
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
}

function found(id: string, sample: Sample): Found {
  const { outlet = null, date = null, fields = ['text'], highlights = 0, opened } = sample;
  const articleId = articleIdSchema.parse(id);
  const reading = opened ? { offset: 0, progress: 0, openedAt: '2026-01-01T00:00:00Z' } : null;
  const marks: MarksSummary = { articleId, highlights, notes: 0, bookmarks: 0, reading };
  return {
    hit: {
      articleId,
      score: 1,
      complete: true,
      places: fields.map((field) => ({ field, start: 0, end: 3, text: 'نصّ', layer: 'exact' })),
      snippets: [],
      forms: [],
    },
    article: {
      id: articleId,
      kind: 'article',
      title: id,
      outlet,
      date,
      dateNote: null,
      author: null,
      language: 'ar',
      direction: 'rtl',
      places: [],
      people: [],
      organisations: [],
      subjects: [],
      contentHash: '',
      wordCount: 1,
      own: null,
      standfirst: '',
    },
    marks,
  };
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
    ['place', 'title', [a]],
    ['place', 'text', all],
    ['outlet', 'الحل نت', [a, b]],
    ['outlet', '', [c]],
    ['year', '2021', [a]],
    ['year', '', [b, c]],
    ['state', 'unread', [a]],
    ['state', 'highlights', [b]],
  ] as const)('filters by %s %j', (facet, value, expected) => {
    expect(filterFound(all, toggleValue(NO_CHOICE, facet, value))).toEqual(expected);
  });

  it('joins facets with and, values of one facet with or', () => {
    const outlets = toggleValue(toggleValue(NO_CHOICE, 'outlet', ''), 'outlet', 'الحل نت');
    expect(filterFound(all, outlets)).toEqual(all);
    expect(filterFound(all, toggleValue(outlets, 'year', '2021'))).toEqual([a]);
    expect(countChosen(outlets)).toBe(2);
  });
});

describe('facetOptions', () => {
  it('counts articles, most first and unknown last', () => {
    expect(facetOptions(all, NO_CHOICE, 'outlet')).toEqual([
      { value: 'الحل نت', count: 2 },
      { value: '', count: 1 },
    ]);
    expect(facetOptions(all, NO_CHOICE, 'year').map(({ value }) => value)).toEqual(['2021', '']);
    expect(facetOptions(all, NO_CHOICE, 'place')).toEqual([
      { value: 'title', count: 1 },
      { value: 'text', count: 3 },
    ]);
  });

  it('counts under the other facets, and keeps a chosen value that counts nothing', () => {
    const choice = toggleValue(toggleValue(NO_CHOICE, 'year', '2021'), 'outlet', '');
    expect(facetOptions(all, choice, 'outlet')).toEqual([
      { value: 'الحل نت', count: 1 },
      { value: '', count: 0 },
    ]);
  });

  it('offers a facet only when it can leave something out, or to take a choice back', () => {
    expect(narrows([{ value: '', count: 4 }], 4, [])).toBe(false);
    expect(narrows([{ value: 'unread', count: 3 }], 4, [])).toBe(true);
    expect(narrows([{ value: '', count: 4 }], 4, [''])).toBe(true);
    expect(narrows([], 0, [])).toBe(false);
  });
});
