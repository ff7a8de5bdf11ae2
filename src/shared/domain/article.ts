import * as v from 'valibot';
import { countSchema, positiveSchema, sha256Schema, timeSchema } from './primitives.ts';
import { type Block, blockSchema } from './block.ts';
import { lineSchema, publicationSchema, structureSchema } from './document.ts';
import { cutAtWord } from './text.ts';
import { DETAIL_SOURCES, DIRECTIONS, DOCUMENT_FORMATS, TROUBLES } from './choices.ts';
import {
  ARTICLE_ID,
  LANGUAGE_TAG,
  MAX_BLOCKS,
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

/** The id of an own article, which is also the name of a folder. */
export const ownIdSchema = v.pipe(v.string(), v.regex(OWN_ID), v.brand('ArticleId'));

const detailSchema = lineSchema(MAX_DETAIL_UTF16);
const namesSchema = v.pipe(v.array(detailSchema), v.maxLength(MAX_NAMES));

/** True when the blocks together have at most `MAX_TEXT_UTF16` units. */
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

/** What is known of an own article: where it came from and how it was filed. */
export const ownSchema = v.strictObject({
  /** ISO 8601, UTC. */
  addedAt: timeSchema,
  /** The file that the article was made from. Its bytes are kept under their hash and never change. */
  original: v.strictObject({
    sha256: sha256Schema,
    /** File name without folders, as the reader knows it. */
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TITLE_UTF16)),
    /** The path of the file at the time of the import; `null` for pasted text. */
    path: v.nullable(v.pipe(v.string(), v.maxLength(MAX_PATH_UTF16))),
    format: v.picklist(DOCUMENT_FORMATS),
    sizeBytes: countSchema,
  }),
  /** Hashes of the originals of earlier versions of this article; importing such a file again adds nothing. */
  formerOriginals: v.pipe(v.array(sha256Schema), v.maxLength(MAX_FORMER_ORIGINALS)),
  /** The source of each detail. */
  from: v.strictObject({
    title: detailSourceSchema,
    outlet: detailSourceSchema,
    author: detailSourceSchema,
    date: detailSourceSchema,
    language: detailSourceSchema,
    direction: detailSourceSchema,
    /** Articles of older versions lack this field. */
    address: v.optional(detailSourceSchema),
  }),
  collections: labelsSchema,
  tags: labelsSchema,
  /**
   * The version of the converters that made the article from its original. An article without it was made by
   * version 1. See `CONVERTER_VERSION`.
   */
  convertedBy: v.optional(positiveSchema),
  /**
   * The version of the converters that last tried to convert the article again, and would have made another text.
   * The article was left as it is.
   */
  triedBy: v.optional(positiveSchema),
});
export type Own = v.InferOutput<typeof ownSchema>;

/** What is wrong with the file of an article, and the code of the reason why it could not be repaired. */
export const troubleSchema = v.strictObject({
  kind: v.picklist(TROUBLES),
  /** The reason for a damaged file; `null` while it is being converted again. */
  reason: v.nullable(v.string()),
});
export type Trouble = v.InferOutput<typeof troubleSchema>;

/**
 * An article: metadata and ordered blocks of text. Every import format is converted into it.
 *
 * The *canonical text* is the texts of the blocks joined by "\n" (see `canonicalText`). Every offset in the program
 * is a UTF-16 offset into it, valid for one `contentHash`.
 */
export const articleSchema = v.strictObject({
  id: articleIdSchema,
  kind: v.picklist(['article', 'guide']),
  title: lineSchema(MAX_TITLE_UTF16),
  /** The outlet that published the report first; `null` when the report does not name one. */
  outlet: v.nullable(detailSchema),
  /** EDTF level 1 (`2020-09-25`, `XXXX-12-08`, `2021~`), or `null` when unknown. The app never guesses a date. */
  date: v.nullable(v.pipe(v.string(), v.minLength(4), v.maxLength(MAX_DETAIL_UTF16))),
  /** Why the date is uncertain, in Arabic. */
  dateNote: v.nullable(detailSchema),
  /** The author that the document names; `null` when it names none. */
  author: v.optional(v.nullable(lineSchema(MAX_TITLE_UTF16)), null),
  /**
   * The web address of the article; `null` when none is known. Articles of older versions lack it. `readWebAddress`
   * judges an address when it is saved and again whenever it is shown; the schema does not, so that a stricter rule
   * of a later version cannot make an article unreadable.
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
  /** Contents, printed pages and pictures. An article of an older version has none. */
  structure: v.optional(structureSchema),
  /** What the title page of a book says; missing in a page of news, and in articles of older versions. */
  publication: v.optional(publicationSchema),
  /** SHA-256 of the canonical text in hex. */
  contentHash: sha256Schema,
  /** Number of words in the canonical text. */
  wordCount: countSchema,
  /** `null` for a bundled article. */
  own: v.optional(v.nullable(ownSchema), null),
  /** What is wrong with the file right now; never stored. */
  trouble: v.optional(troubleSchema),
});
export type Article = v.InferOutput<typeof articleSchema>;

/** What `summarize` computes from the text of an article. Only the catalogue stores it, as a cache. */
const computedSchema = v.strictObject({
  /** The lead: the first block that says more than the title. */
  standfirst: v.string(),
});
type Computed = v.InferOutput<typeof computedSchema>;

/** What a list shows of an article: everything except its text and the structure of it. */
export const articleSummarySchema = v.strictObject({
  ...v.omit(articleSchema, ['blocks', 'structure']).entries,
  ...computedSchema.entries,
});
export type ArticleSummary = v.InferOutput<typeof articleSummarySchema>;

/** What is shown in place of the computed facts when the text cannot be read. */
export const NOTHING_COMPUTED: Computed = { standfirst: '' };

/** Splits a summary into the details, which an article stores, and the facts that were computed from its text. */
export function splitSummary(summary: ArticleSummary): {
  readonly details: Omit<ArticleSummary, keyof Computed>;
  readonly computed: Computed;
} {
  const parts = Object.entries(summary);
  const isComputed = ([name]: [string, unknown]): boolean => name in NOTHING_COMPUTED;
  return {
    details: Object.fromEntries(parts.filter((part) => !isComputed(part))),
    computed: Object.fromEntries(parts.filter(isComputed)),
  } as ReturnType<typeof splitSummary>; // `NOTHING_COMPUTED` has every name of `Computed`.
}

/** Longest lead of a summary in UTF-16 units, about two lines of the list. */
const MAX_LEAD_UTF16 = 320;

/** A block that contains only title and author may have this many further letters, such as «بقلم» or a year. */
const MAX_BESIDE_LETTERS = 24;

/**
 * Returns an article without its text. Its standfirst is the first block that says more than the title and the
 * author, cut to `MAX_LEAD_UTF16` units; headings and images do not count. It is empty when there is no such block.
 */
export function summarize(article: Article): ArticleSummary {
  const { blocks, structure: _structure, ...metadata } = article;
  const title = lettersOf(article.title);
  const author = lettersOf(article.author ?? '');
  const lead = blocks.find(
    ({ kind, text }) =>
      kind !== 'heading' &&
      kind !== 'image' &&
      kind !== 'row' &&
      !isNameAgain(lettersOf(text), title, author),
  );
  return { ...metadata, standfirst: cutAtWord(lead?.text ?? '', MAX_LEAD_UTF16) };
}

/**
 * True when a block contains only the title, a part of it, or the author, whatever the punctuation between the words.
 */
function isNameAgain(text: string, title: string, author: string): boolean {
  if (text === '' || `${title}${author}`.includes(text) || `${author}${title}`.includes(text))
    return true;
  return text.startsWith(title) && text.length - title.length <= author.length + MAX_BESIDE_LETTERS;
}

/** Letters and digits of the beginning of a text, in lower case and without all other characters. */
const lettersOf = (text: string): string =>
  text
    .slice(0, 2 * MAX_TITLE_UTF16)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
