import * as v from 'valibot';
import { type ArticleSummary, articleSummarySchema } from '../article.ts';

/** What a list shows of an article that a test needs nothing of but its id. */
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
