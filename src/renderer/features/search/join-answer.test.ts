import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import {
  type AnchoredAnnotation,
  anchoredAnnotationSchema,
} from '#shared/domain/anchored-marks.ts';
import { type ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { anArticleSummary } from '#shared/domain/testing/an-article-summary.ts';
import type { AnnotationHit, MatchedForm, SearchHit } from '#shared/domain/search-result.ts';
import type { SearchAnswer } from '#renderer/bridge/search-queries.ts';
import { formsOf } from './forms-of.ts';
import { ANNOTATION_FIELDS } from '#shared/domain/testing/an-annotation.ts';
import { joinAnswer } from './join-answer.ts';

const [a, b] = ['a', 'b'].map((id) => v.parse(articleIdSchema, id)) as [ArticleId, ArticleId];
const library = [b, a].map((id) => anArticleSummary(id));
const ID_OF_A = '3f0f8a4e-5a52-4b7e-9a0e-0d6c9d3a1f11';
const ID_OF_B = '7d0a1f57-1d1c-4a5b-8a49-6f1f6f0c9d22';
const form: MatchedForm = { text: 'زلزال', layer: 'exact', count: 2 };

/** The only highlight of an article, whose passage was not found. */
const highlightIn = (articleId: ArticleId): AnchoredAnnotation =>
  v.parse(anchoredAnnotationSchema, {
    ...ANNOTATION_FIELDS,
    id: articleId === a ? ID_OF_A : ID_OF_B,
    articleId,
    quote: { exact: 'زلزال', prefix: '', suffix: '' },
    anchor: { confidence: 'orphan', reason: 'not-found' },
  });

function answer(hits: readonly ArticleId[], notes: readonly ArticleId[]): SearchAnswer {
  const excerpt = { text: 'زلزال', cutBefore: false, cutAfter: false, marks: [] };
  return {
    result: {
      text: 'زلزال',
      words: [],
      hits: hits.map((articleId): SearchHit => {
        return { articleId, score: 1, complete: true, matches: [], snippets: [], forms: [form] };
      }),
      total: hits.length,
      familyOnly: 0,
      coverage: { searched: hits.length, waiting: 0, unreadable: 0 },
    },
    annotations: {
      text: 'زلزال',
      hits: notes.map((articleId): AnnotationHit => {
        const annotationId = highlightIn(articleId).id;
        const matches: AnnotationHit['matches'] = [];
        const parts = { matches, forms: [form], note: excerpt, quote: excerpt };
        return { articleId, annotationId, complete: false, ...parts };
      }),
      total: notes.length,
      familyOnly: 0,
      highlights: notes.map(highlightIn),
    },
    tookMs: 1,
  };
}

describe('joinAnswer', () => {
  it('puts notes beside the hit of their article, and articles with notes only after the hits', () => {
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

  it('lists a highlight whose passage was not found, and leaves out one that came without its record', () => {
    const { annotations, ...rest } = answer([], [a, b]);
    const highlights = annotations.highlights.filter(({ articleId }) => articleId === a);

    const found = joinAnswer({ ...rest, annotations: { ...annotations, highlights } }, library, []);

    expect(found.map(({ notes }) => notes.map(({ annotation }) => annotation))).toEqual([[null]]);
  });

  it('leaves out articles that are no longer in the library', () => {
    expect(joinAnswer(answer([a, b], [b]), library.slice(1), [])).toHaveLength(1);
  });
});
