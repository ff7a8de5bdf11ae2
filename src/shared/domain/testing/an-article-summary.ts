import * as v from 'valibot';
import { type ArticleSummary, NOTHING_COMPUTED, articleSummarySchema } from '../article.ts';
import { ARTICLE_DETAILS } from './an-article.ts';

/** Builds an article summary for tests. A new field of the summary gets its value here. */
export const anArticleSummary = (
  id: string,
  changes: Partial<ArticleSummary> = {},
): ArticleSummary =>
  v.parse(articleSummarySchema, {
    ...ARTICLE_DETAILS,
    id,
    title: id,
    ...NOTHING_COMPUTED,
    standfirst: 'تمهيد',
    wordCount: 100,
    ...changes,
  });
