import * as v from 'valibot';
import { ASSET_TYPES, PERSON_ROLES } from './choices.ts';
import {
  MAX_ASSETS,
  MAX_ASSET_BYTES,
  MAX_ASSET_PIXELS,
  MAX_DETAIL_UTF16,
  MAX_OUTLINE,
  MAX_PAGES,
  MAX_PEOPLE,
  MAX_TITLE_UTF16,
} from './limits.ts';
import { countSchema, positiveSchema, sha256Schema } from './primitives.ts';
import { isOneLine } from './text.ts';

/** A string without line breaks, because a line break in a detail would start a new line in an exported file. */
export const lineSchema = (maxUtf16: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(maxUtf16), v.check(isOneLine, 'one line'));

/** An entry of a table of contents. */
export const outlineEntrySchema = v.strictObject({
  /** 1 for a part of the whole document, up to 6. */
  level: v.pipe(positiveSchema, v.maxValue(6)),
  title: lineSchema(MAX_TITLE_UTF16),
  /** Where it leads: a UTF-16 offset of the canonical text. */
  at: countSchema,
});
export type OutlineEntry = v.InferOutput<typeof outlineEntrySchema>;

/** The beginning of a printed page. */
export const pageStartSchema = v.strictObject({
  /** As it is printed: `12`, `xii`, `ج ٢ ص ١٥`. */
  label: lineSchema(MAX_DETAIL_UTF16),
  /** A UTF-16 offset of the canonical text. */
  at: countSchema,
});
export type PageStart = v.InferOutput<typeof pageStartSchema>;

/** A picture of a document, kept beside the article under the SHA-256 of its bytes. */
export const assetSchema = v.pipe(
  v.strictObject({
    sha256: sha256Schema,
    type: v.picklist(ASSET_TYPES),
    /** CSS pixels, as the picture's own header states them. */
    width: positiveSchema,
    height: positiveSchema,
    bytes: v.pipe(positiveSchema, v.maxValue(MAX_ASSET_BYTES)),
    role: v.picklist(['cover', 'figure']),
  }),
  v.check(({ width, height }) => width * height <= MAX_ASSET_PIXELS, 'not too many pixels'),
);
export type Asset = v.InferOutput<typeof assetSchema>;

const isAscending = (entries: readonly { readonly at: number }[]): boolean =>
  entries.every(({ at }, index) => index === 0 || at >= (entries[index - 1]?.at ?? 0));

/** What a document says about its whole text, beside the blocks: its contents, printed pages and pictures. */
export const structureSchema = v.strictObject({
  outline: v.pipe(
    v.array(outlineEntrySchema),
    v.maxLength(MAX_OUTLINE),
    v.check((entries) => isAscending(entries), 'in order'),
  ),
  pages: v.pipe(
    v.array(pageStartSchema),
    v.maxLength(MAX_PAGES),
    v.check((entries) => isAscending(entries), 'in order'),
  ),
  assets: v.pipe(v.array(assetSchema), v.maxLength(MAX_ASSETS)),
});
export type Structure = v.InferOutput<typeof structureSchema>;

/** What a title page says: who made the document, and who published it. */
export const publicationSchema = v.strictObject({
  people: v.pipe(
    v.array(v.strictObject({ name: lineSchema(MAX_TITLE_UTF16), role: v.picklist(PERSON_ROLES) })),
    v.maxLength(MAX_PEOPLE),
  ),
  publisher: v.nullable(lineSchema(MAX_DETAIL_UTF16)),
  edition: v.nullable(lineSchema(MAX_DETAIL_UTF16)),
  /** Where it was published. */
  place: v.nullable(lineSchema(MAX_DETAIL_UTF16)),
  volume: v.nullable(lineSchema(MAX_DETAIL_UTF16)),
  /** ISBN, DOI or another name of the edition, as the document states it. */
  identifier: v.nullable(lineSchema(MAX_DETAIL_UTF16)),
  /** SHA-256 of the cover among the assets. */
  cover: v.nullable(sha256Schema),
  /** Number of chapters: the entries of the outline at its highest level; 0 for a text without contents. */
  chapters: countSchema,
});
export type Publication = v.InferOutput<typeof publicationSchema>;
