import * as v from 'valibot';
import { type ArticleSummary, articleSummarySchema } from '../article.ts';
import { ARTICLE_DETAILS } from './an-article.ts';

/** Builds an article summary for a test that needs only its id. */
export const anArticleSummary = (
  id: string,
  changes: Partial<ArticleSummary> = {},
): ArticleSummary =>
  v.parse(articleSummarySchema, {
    ...ARTICLE_DETAILS,
    id,
    title: id,
    standfirst: 'تمهيد',
    wordCount: 100,
    ...changes,
  });
