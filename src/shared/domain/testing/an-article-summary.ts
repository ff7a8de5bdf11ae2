import * as v from 'valibot';
import { type ArticleSummary, articleSummarySchema } from '../article.ts';

/** Builds an article summary for a test that needs only its id. */
export const anArticleSummary = (
  id: string,
  changes: Partial<ArticleSummary> = {},
): ArticleSummary =>
  v.parse(articleSummarySchema, {
    id,
    kind: 'article',
    title: id,
    standfirst: 'تمهيد',
    outlet: null,
    date: null,
    dateNote: null,
    language: 'ar',
    places: [],
    people: [],
    organisations: [],
    subjects: [],
    contentHash: 'a'.repeat(64),
    wordCount: 100,
    ...changes,
  });
