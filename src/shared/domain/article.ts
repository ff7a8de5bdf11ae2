import * as z from 'zod';
import { ARTICLE_ID, MAX_TITLE_UTF16 } from './limits.ts';

export const articleIdSchema = z.string().regex(ARTICLE_ID).brand('ArticleId');
export type ArticleId = z.infer<typeof articleIdSchema>;

export const blockSchema = z.strictObject({
  /** Stable within one article, `b0`, `b1`, … */
  id: z.string().regex(/^b\d{1,6}$/),
  kind: z.enum(['standfirst', 'heading', 'paragraph']),
  text: z.string().min(1),
});
export type Block = z.infer<typeof blockSchema>;

/**
 * Metadata and ordered blocks of text: what every source becomes.
 *
 * The *canonical text* is the texts of the blocks joined by "\n" (see `canonicalText`); every offset in
 * the program is a UTF-16 offset into it, valid for one `contentHash`.
 */
export const articleSchema = z.strictObject({
  id: articleIdSchema,
  kind: z.enum(['article', 'guide']),
  title: z.string().min(1).max(MAX_TITLE_UTF16),
  /** Who reported it first; `null` when the report does not say. */
  outlet: z.string().min(1).nullable(),
  /** EDTF level 1 (`2020-09-25`, `XXXX-12-08`, `2021~`), or `null` when unknown. Never guessed. */
  date: z.string().min(4).nullable(),
  /** Why the date is uncertain, in Arabic. */
  dateNote: z.string().min(1).nullable(),
  language: z.literal('ar'),
  places: z.array(z.string().min(1)),
  people: z.array(z.string().min(1)),
  organisations: z.array(z.string().min(1)),
  subjects: z.array(z.string().min(1)),
  blocks: z.array(blockSchema).min(1),
  /** SHA-256 of the canonical text, hex. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Words of the canonical text. */
  wordCount: z.number().int().nonnegative(),
});
export type Article = z.infer<typeof articleSchema>;

/** What a list shows of an article: everything but its text. */
export const articleSummarySchema = articleSchema
  .omit({ blocks: true })
  .extend({ standfirst: z.string() });
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

/** Leaves out the text; the standfirst, or else the first paragraph, stands for it. */
export function summarize(article: Article): ArticleSummary {
  const { blocks, ...metadata } = article;
  const lead = blocks.find((block) => block.kind !== 'heading');
  return { ...metadata, standfirst: lead?.text ?? '' };
}
