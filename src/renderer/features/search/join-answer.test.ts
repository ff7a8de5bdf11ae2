import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { annotationIdSchema } from '#shared/domain/annotation.ts';
import { type ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { anArticleSummary } from '#shared/domain/testing/an-article-summary.ts';
import type { AnnotationMatch, MatchedForm, SearchHit } from '#shared/domain/search-result.ts';
import type { SearchAnswer } from '#renderer/bridge/search-queries.ts';
import { NO_READER_MARKS } from '#renderer/bridge/reader-marks.ts';
import { formsOf } from './forms-of.ts';
import { joinAnswer } from './join-answer.ts';

const [a, b] = ['a', 'b'].map((id) => v.parse(articleIdSchema, id)) as [ArticleId, ArticleId];
const library = [b, a].map((id) => anArticleSummary(id));
const form: MatchedForm = { text: 'زلزال', layer: 'exact', count: 2 };

function answer(hits: readonly ArticleId[], notes: readonly ArticleId[]): SearchAnswer {
  const excerpt = { text: 'زلزال', cutBefore: false, cutAfter: false, marks: [] };
  return {
    result: {
      text: 'زلزال',
      words: [],
      hits: hits.map((articleId): SearchHit => {
        return { articleId, score: 1, complete: true, places: [], snippets: [], forms: [form] };
      }),
      total: hits.length,
      familyOnly: 0,
      coverage: { searched: hits.length, waiting: 0, unreadable: 0 },
    },
    annotations: {
      text: 'زلزال',
      matches: notes.map((articleId): AnnotationMatch => {
        const annotationId = v.parse(annotationIdSchema, '3f0f8a4e-5a52-4b7e-9a0e-0d6c9d3a1f11');
        const places: AnnotationMatch['places'] = [];
        const parts = { places, forms: [form], note: excerpt, quote: excerpt };
        return { articleId, annotationId, complete: false, ...parts };
      }),
      total: notes.length,
      familyOnly: 0,
    },
    marks: new Map(notes.map((id) => [id, NO_READER_MARKS])),
    tookMs: 1,
  };
}

describe('joinAnswer', () => {
  it('puts notes with their article, and articles of which only notes were found after the hits', () => {
    const found = joinAnswer(answer([b], [a, b]), library, []);

    expect(found.map(({ article, notes }) => [article.id, notes.length])).toEqual([
      ['b', 1],
      ['a', 1],
    ]);
    expect(found[1]?.hit.complete).toBe(false);
  });

  it('adds up the forms of text and notes', () => {
    const [found] = joinAnswer(answer([a], [a]), library, []);

    expect(found && formsOf(found)).toEqual([{ ...form, count: 4 }]);
  });

  it('leaves out what is no longer in the library', () => {
    expect(joinAnswer(answer([a, b], [b]), library.slice(1), [])).toHaveLength(1);
  });
});
