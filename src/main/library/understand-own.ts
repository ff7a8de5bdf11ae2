import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import {
  type Article,
  articleSchema,
  isNoLongerThanABook,
  ownIdSchema,
  ownSchema,
} from '#shared/domain/article.ts';
import { blockSchema, rangesFit } from '#shared/domain/block.ts';
import { structureSchema } from '#shared/domain/document.ts';
import { MAX_BLOCKS, MAX_TITLE_UTF16 } from '#shared/domain/limits.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { canonicalText, countWords, cutAtWord, onOneLine } from '#shared/domain/text.ts';
import { sha256 } from '../disk/checksum.ts';

/** Everything known of an article except its text and the structure of it. */
export type OwnDetails = Omit<Article, 'blocks' | 'structure'>;

/** True when the values are the same, whatever the order of the fields. A missing field equals one without a value. */
export const isSameDetails = (some: OwnDetails, others: OwnDetails): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(some)), JSON.parse(JSON.stringify(others)));

const { original, from, ...filed } = ownSchema.entries;
const {
  blocks: _blocks,
  structure: _structure,
  trouble: _trouble,
  ...known
} = articleSchema.entries;

/** Files of older versions may contain line breaks in these fields. */
const lineOrNone = v.nullable(v.pipe(v.string(), v.transform(onOneLine)));

/** The details with a fallback for each value that this version does not know. */
const detailsSchema = v.object({
  ...known,
  id: ownIdSchema,
  kind: v.fallback(known.kind, 'article'),
  title: v.pipe(
    v.string(),
    v.minLength(1),
    v.transform((title) => cutAtWord(onOneLine(title), MAX_TITLE_UTF16 - 1)),
  ),
  outlet: v.fallback(v.pipe(lineOrNone, known.outlet), null),
  date: v.fallback(known.date, null),
  dateNote: v.fallback(v.pipe(lineOrNone, known.dateNote), null),
  author: v.fallback(v.pipe(v.optional(lineOrNone, null), known.author.wrapped), null),
  language: v.fallback(known.language, 'und'),
  direction: v.fallback(known.direction, 'rtl'),
  places: v.fallback(known.places, []),
  people: v.fallback(known.people, []),
  organisations: v.fallback(known.organisations, []),
  subjects: v.fallback(known.subjects, []),
  address: v.fallback(known.address, undefined),
  publication: v.fallback(known.publication, undefined),
  wordCount: v.fallback(known.wordCount, 0),
  own: v.object({
    ...filed,
    original: v.object({
      ...original.entries,
      format: v.fallback(original.entries.format, 'text'),
    }),
    formerOriginals: v.fallback(filed.formerOriginals, []),
    from: v.object({
      ...from.entries,
      address: v.fallback(from.entries.address, undefined),
      title: v.fallback(from.entries.title, 'none'),
      outlet: v.fallback(from.entries.outlet, 'none'),
      author: v.fallback(from.entries.author, 'none'),
      date: v.fallback(from.entries.date, 'none'),
      language: v.fallback(from.entries.language, 'none'),
      direction: v.fallback(from.entries.direction, 'none'),
    }),
    collections: v.fallback(filed.collections, []),
    tags: v.fallback(filed.tags, []),
    convertedBy: v.fallback(filed.convertedBy, undefined),
    triedBy: v.fallback(filed.triedBy, undefined),
  }),
});

const { id, kind, text, ...structure } = blockSchema.entries;
const blockStructureSchema = v.object(structure);

/** A block of any version. Its structure counts only when this version understands every known field of it. */
const anyBlockSchema = v.pipe(
  v.looseObject({ id, kind: v.fallback(kind, 'paragraph'), text }),
  v.transform((block) => {
    const plain = { id: block.id, kind: block.kind, text: block.text };
    const parsed = tryParse(blockStructureSchema, block);
    const whole = parsed.success ? { ...plain, ...parsed.output } : plain;
    return rangesFit(whole) ? whole : plain;
  }),
);

const blocksSchema = v.pipe(
  v.array(anyBlockSchema),
  v.minLength(1),
  v.maxLength(MAX_BLOCKS),
  v.check((blocks) => isNoLongerThanABook(blocks), 'no longer than a book'),
);

/** Reads the details in data of any version, as far as this version understands them; `null` when it does not. */
export function understandDetails(data: unknown): OwnDetails | null {
  const parsed = tryParse(detailsSchema, data);
  return parsed.success ? parsed.output : null;
}

/**
 * Reads the article in data of any version, as far as this version understands it. Unknown fields are left out, and a
 * block of an unknown kind becomes a paragraph. Returns `null` when the text cannot be read.
 */
export function understandArticle(data: Readonly<Record<string, unknown>>): Article | null {
  const details = understandDetails(data);
  const blocks = tryParse(blocksSchema, data['blocks']);
  if (!details || !blocks.success) return null;
  const parsed = tryParse(structureSchema, data['structure']);
  const structure = parsed.success ? { structure: parsed.output } : {};
  // Marks are offsets into this text. A newer version may have counted other blocks, which would make it a different
  // text.
  const text = canonicalText(blocks.output);
  const contentHash = sha256(text);
  return {
    ...details,
    ...structure,
    blocks: blocks.output,
    contentHash,
    wordCount: countWords(text),
  };
}
