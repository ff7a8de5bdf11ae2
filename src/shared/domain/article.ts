import * as v from 'valibot';
import { countSchema, sha256Schema, timeSchema } from './primitives.ts';
import { cutAtWord, isOneLine } from './text.ts';
import { BLOCK_KINDS, DETAIL_SOURCES, DIRECTIONS, DOCUMENT_FORMATS, TROUBLES } from './choices.ts';
import {
  ARTICLE_ID,
  LANGUAGE_TAG,
  MAX_BLOCKS,
  MAX_BLOCK_UTF16,
  MAX_DETAIL_UTF16,
  MAX_FORMER_ORIGINALS,
  MAX_LINK_UTF16,
  MAX_NAMES,
  MAX_PATH_UTF16,
  MAX_TAGS,
  MAX_TAG_UTF16,
  MAX_TEXT_UTF16,
  MAX_TITLE_UTF16,
  OWN_ID,
} from './limits.ts';

export const articleIdSchema = v.pipe(v.string(), v.regex(ARTICLE_ID), v.brand('ArticleId'));
export type ArticleId = v.InferOutput<typeof articleIdSchema>;

/** The id of an article that the reader brought: it becomes the name of a folder. */
export const ownIdSchema = v.pipe(v.string(), v.regex(OWN_ID), v.brand('ArticleId'));

export const blockSchema = v.strictObject({
  /** Stable within one article, `b0`, `b1`, … */
  id: v.pipe(v.string(), v.regex(/^b\d{1,6}$/)),
  kind: v.picklist(BLOCK_KINDS),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_BLOCK_UTF16)),
});
export type Block = v.InferOutput<typeof blockSchema>;

/** A line end in one of these would begin something new in a file that is written of it. */
export const lineSchema = (maxUtf16: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(maxUtf16), v.check(isOneLine, 'one line'));

const detailSchema = lineSchema(MAX_DETAIL_UTF16);
const namesSchema = v.pipe(v.array(detailSchema), v.maxLength(MAX_NAMES));

/** Whether the texts together have at most `MAX_TEXT_UTF16` units. */
export function isNoLongerThanABook(blocks: readonly Pick<Block, 'text'>[]): boolean {
  let lengthUtf16 = 0;
  for (const { text } of blocks) lengthUtf16 += text.length;
  return lengthUtf16 <= MAX_TEXT_UTF16;
}

const detailSourceSchema = v.picklist(DETAIL_SOURCES);
export const labelsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TAG_UTF16))),
  v.maxLength(MAX_TAGS),
);

/** What is known of an article that the reader brought: where it came from, and how it was filed. */
export const ownSchema = v.strictObject({
  /** ISO 8601, UTC. */
  addedAt: timeSchema,
  /** The file as it was read; its bytes are kept under their hash and never changed. */
  original: v.strictObject({
    sha256: sha256Schema,
    /** File name without folders, as the reader knows it. */
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TITLE_UTF16)),
    /** Where it lay on the disk; `null` for a pasted text. */
    path: v.nullable(v.pipe(v.string(), v.maxLength(MAX_PATH_UTF16))),
    format: v.picklist(DOCUMENT_FORMATS),
    sizeBytes: countSchema,
  }),
  /** Originals of earlier versions of this article: the same files again bring nothing new. */
  formerOriginals: v.pipe(v.array(sha256Schema), v.maxLength(MAX_FORMER_ORIGINALS)),
  /** Where each detail was found. */
  from: v.strictObject({
    title: detailSourceSchema,
    outlet: detailSourceSchema,
    author: detailSourceSchema,
    date: detailSourceSchema,
    language: detailSourceSchema,
    direction: detailSourceSchema,
    /** Not in articles of older versions. */
    address: v.optional(detailSourceSchema),
  }),
  collections: labelsSchema,
  tags: labelsSchema,
});
export type Own = v.InferOutput<typeof ownSchema>;

/** What is wrong with the file of an article, and the code of why it could not be mended. */
export const troubleSchema = v.strictObject({
  kind: v.picklist(TROUBLES),
  /** Of a damaged one; `null` while it is being made again. */
  reason: v.nullable(v.string()),
});
export type Trouble = v.InferOutput<typeof troubleSchema>;

/**
 * Metadata and ordered blocks of text: what every source becomes.
 *
 * The *canonical text* is the texts of the blocks joined by "\n" (see `canonicalText`); every offset in
 * the program is a UTF-16 offset into it, valid for one `contentHash`.
 */
export const articleSchema = v.strictObject({
  id: articleIdSchema,
  kind: v.picklist(['article', 'guide']),
  title: lineSchema(MAX_TITLE_UTF16),
  /** Who reported it first; `null` when the report does not say. */
  outlet: v.nullable(detailSchema),
  /** EDTF level 1 (`2020-09-25`, `XXXX-12-08`, `2021~`), or `null` when unknown. Never guessed. */
  date: v.nullable(v.pipe(v.string(), v.minLength(4), v.maxLength(MAX_DETAIL_UTF16))),
  /** Why the date is uncertain, in Arabic. */
  dateNote: v.nullable(detailSchema),
  /** Who wrote it, as the document says; `null` when it does not. */
  author: v.optional(v.nullable(lineSchema(MAX_TITLE_UTF16)), null),
  /**
   * Where it stands on the web; `null` when nobody said. Not in articles of older versions. It was judged by
   * `readWebAddress` when it was taken in, and is judged again whenever it is shown: a stricter rule of a later
   * version must not make an article unreadable.
   */
  address: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_LINK_UTF16)))),
  /** BCP 47, such as `ar` or `ckb-Arab`; `und` when unknown. */
  language: v.pipe(v.string(), v.regex(LANGUAGE_TAG)),
  direction: v.optional(v.picklist(DIRECTIONS), 'rtl'),
  places: namesSchema,
  people: namesSchema,
  organisations: namesSchema,
  subjects: namesSchema,
  blocks: v.pipe(
    v.array(blockSchema),
    v.minLength(1),
    v.maxLength(MAX_BLOCKS),
    v.check((blocks) => isNoLongerThanABook(blocks), 'no longer than a book'),
  ),
  /** SHA-256 of the canonical text, hex. */
  contentHash: sha256Schema,
  /** Words of the canonical text. */
  wordCount: countSchema,
  /** `null` for a bundled article. */
  own: v.optional(v.nullable(ownSchema), null),
  /** Of the file as it was found now; never stored. */
  trouble: v.optional(troubleSchema),
});
export type Article = v.InferOutput<typeof articleSchema>;

/** What a list shows of an article: everything but its text. */
export const articleSummarySchema = v.strictObject({
  ...v.omit(articleSchema, ['blocks']).entries,
  standfirst: v.string(),
});
export type ArticleSummary = v.InferOutput<typeof articleSummarySchema>;

/** Longest lead of a summary, UTF-16 units: two lines of the list. */
const MAX_LEAD_UTF16 = 320;

/** Letters beside title and author in a block that only says both, such as «بقلم» or a year. */
const MAX_BESIDE_LETTERS = 24;

/**
 * Leaves out the text; the standfirst, or else the beginning of the first paragraph that says more than title and author,
 * stands for it. Empty when there is none.
 */
export function summarize(article: Article): ArticleSummary {
  const { blocks, ...metadata } = article;
  const title = lettersOf(article.title);
  const author = lettersOf(article.author ?? '');
  const lead = blocks.find(
    ({ kind, text }) =>
      kind !== 'heading' && kind !== 'image' && !isNameAgain(lettersOf(text), title, author),
  );
  return { ...metadata, standfirst: cutAtWord(lead?.text ?? '', MAX_LEAD_UTF16) };
}

/** Whether a block says nothing but the title, a part of it, or the author, whatever the signs between the words. */
function isNameAgain(text: string, title: string, author: string): boolean {
  if (text === '' || `${title}${author}`.includes(text) || `${author}${title}`.includes(text))
    return true;
  return text.startsWith(title) && text.length - title.length <= author.length + MAX_BESIDE_LETTERS;
}

/** Letters and digits of the beginning of a text, in lower case, without what stands between or on them. */
const lettersOf = (text: string): string =>
  text
    .slice(0, 2 * MAX_TITLE_UTF16)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
