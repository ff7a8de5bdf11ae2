import * as z from 'zod';
import { cutAtWord } from './text.ts';
import { BLOCK_KINDS, DETAIL_SOURCES, DIRECTIONS, DOCUMENT_FORMATS } from './choices.ts';
import { ARTICLE_ID, LANGUAGE_TAG, MAX_TAGS, MAX_TAG_UTF16, MAX_TITLE_UTF16 } from './limits.ts';

export const articleIdSchema = z.string().regex(ARTICLE_ID).brand('ArticleId');
export type ArticleId = z.infer<typeof articleIdSchema>;

export const blockSchema = z.strictObject({
  /** Stable within one article, `b0`, `b1`, … */
  id: z.string().regex(/^b\d{1,6}$/),
  kind: z.enum(BLOCK_KINDS),
  text: z.string().min(1),
});
export type Block = z.infer<typeof blockSchema>;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const detailSourceSchema = z.enum(DETAIL_SOURCES);
export const labelsSchema = z.array(z.string().min(1).max(MAX_TAG_UTF16)).max(MAX_TAGS);

/** What is known of an article that the reader brought: where it came from, and how it was filed. */
export const ownSchema = z.strictObject({
  /** ISO 8601, UTC. */
  addedAt: z.iso.datetime(),
  /** The file as it was read; its bytes are kept under their hash and never changed. */
  original: z.strictObject({
    sha256: sha256Schema,
    /** File name without folders, as the reader knows it. */
    name: z.string().min(1).max(MAX_TITLE_UTF16),
    /** Where it lay on the disk; `null` for a pasted text. */
    path: z.string().nullable(),
    format: z.enum(DOCUMENT_FORMATS),
    sizeBytes: z.number().int().nonnegative(),
  }),
  /** Originals of earlier versions of this article: the same files again bring nothing new. */
  formerOriginals: z.array(sha256Schema),
  /** Where each detail was found. */
  from: z.strictObject({
    title: detailSourceSchema,
    outlet: detailSourceSchema,
    author: detailSourceSchema,
    date: detailSourceSchema,
    language: detailSourceSchema,
    direction: detailSourceSchema,
  }),
  collections: labelsSchema,
  tags: labelsSchema,
});
export type Own = z.infer<typeof ownSchema>;

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
  /** Who wrote it, as the document says; `null` when it does not. */
  author: z.string().min(1).max(MAX_TITLE_UTF16).nullable().default(null),
  /** BCP 47, such as `ar` or `ckb-Arab`; `und` when unknown. */
  language: z.string().regex(LANGUAGE_TAG),
  direction: z.enum(DIRECTIONS).default('rtl'),
  places: z.array(z.string().min(1)),
  people: z.array(z.string().min(1)),
  organisations: z.array(z.string().min(1)),
  subjects: z.array(z.string().min(1)),
  blocks: z.array(blockSchema).min(1),
  /** SHA-256 of the canonical text, hex. */
  contentHash: sha256Schema,
  /** Words of the canonical text. */
  wordCount: z.number().int().nonnegative(),
  /** `null` for a bundled article. */
  own: ownSchema.nullable().default(null),
});
export type Article = z.infer<typeof articleSchema>;

/** What a list shows of an article: everything but its text. */
export const articleSummarySchema = articleSchema
  .omit({ blocks: true })
  .extend({ standfirst: z.string() });
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

/** Longest lead of a summary, UTF-16 units: two lines of the list. */
const MAX_LEAD_UTF16 = 320;

/** Leaves out the text; the standfirst, or else the beginning of the first paragraph, stands for it. */
export function summarize(article: Article): ArticleSummary {
  const { blocks, ...metadata } = article;
  const lead = blocks.find(({ kind }) => kind !== 'heading' && kind !== 'image');
  return { ...metadata, standfirst: cutAtWord(lead?.text ?? '', MAX_LEAD_UTF16) };
}
