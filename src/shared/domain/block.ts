import * as v from 'valibot';
import { BLOCK_KINDS, DIRECTIONS, INLINE_KINDS } from './choices.ts';
import {
  LANGUAGE_TAG,
  MAX_BLOCK_UTF16,
  MAX_CELL_SPAN,
  MAX_DETAIL_UTF16,
  MAX_INLINE,
  MAX_LINK_UTF16,
  MAX_LIST_DEPTH,
  MAX_ROW_CELLS,
} from './limits.ts';
import { countSchema, positiveSchema, sha256Schema } from './primitives.ts';

/** A range of one block's text in UTF-16 units; it may be empty, as an empty cell is. */
const rangeEntries = { start: countSchema, end: countSchema };
const isRange = ({ start, end }: { start: number; end: number }): boolean => start <= end;

/** A part of a block's text that was set apart in the document, such as a word in bold or a link. */
export const inlineSchema = v.pipe(
  v.strictObject({
    ...rangeEntries,
    kind: v.picklist(INLINE_KINDS),
    /** The address of a `link`. It is judged again by `readWebAddress` whenever it is opened. */
    href: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_LINK_UTF16))),
    /** Where a `reference` leads: a UTF-16 offset of the canonical text. */
    to: v.optional(countSchema),
  }),
  v.check((range) => isRange(range), 'start ≤ end'),
  v.check(({ kind, href }) => (kind === 'link') === (href !== undefined), 'a link has an address'),
  v.check(({ kind, to }) => (kind === 'reference') === (to !== undefined), 'a reference leads'),
);
export type Inline = v.InferOutput<typeof inlineSchema>;

/** A cell of a table row. */
export const cellSchema = v.pipe(
  v.strictObject({
    ...rangeEntries,
    isHeader: v.optional(v.literal(true)),
    /** How many columns and rows the cell covers; 1 when the field is missing. */
    columns: v.optional(v.pipe(positiveSchema, v.maxValue(MAX_CELL_SPAN))),
    rows: v.optional(v.pipe(positiveSchema, v.maxValue(MAX_CELL_SPAN))),
  }),
  v.check((range) => isRange(range), 'start ≤ end'),
);
export type Cell = v.InferOutput<typeof cellSchema>;

const halfSchema = v.pipe(
  v.strictObject(rangeEntries),
  v.check((range) => isRange(range), 'start ≤ end'),
);

/**
 * What the document says about a block beside its text. Every field may be missing; version 1 of an article's file has
 * none of them. All ranges are UTF-16 units of the block's own text, so they stay true wherever the block stands.
 */
const structureEntries = {
  /** The level of a heading, 1 to 6. */
  level: v.optional(v.pipe(positiveSchema, v.maxValue(6))),
  /** The place of an `item` in its list. */
  list: v.optional(
    v.strictObject({
      /** 0 in a list that is in no other list. */
      depth: v.pipe(countSchema, v.maxValue(MAX_LIST_DEPTH)),
      /** Length of the number at the beginning of the text, such as `3. `, in UTF-16 units; 0 when there is none. */
      marker: countSchema,
      isOrdered: v.optional(v.literal(true)),
      /** The first item of its list. */
      begins: v.optional(v.literal(true)),
      /** A further paragraph of the item before it. */
      continues: v.optional(v.literal(true)),
    }),
  ),
  /** The cells of a `row`. */
  row: v.optional(
    v.strictObject({
      cells: v.pipe(v.array(cellSchema), v.minLength(1), v.maxLength(MAX_ROW_CELLS)),
      /** The first row of its table. */
      begins: v.optional(v.literal(true)),
    }),
  ),
  /** The two halves of a line of `verse`; missing when the line is not divided. */
  halves: v.optional(v.tuple([halfSchema, halfSchema])),
  /** An empty line of verse or code before this one. */
  afterGap: v.optional(v.literal(true)),
  /** The columns by which a line of `code` is indented. */
  indent: v.optional(v.pipe(positiveSchema, v.maxValue(200))),
  /** The picture of an `image`. */
  figure: v.optional(
    v.strictObject({
      /** The SHA-256 of the picture among the assets of the article; `null` when its bytes were not in the file. */
      asset: v.nullable(sha256Schema),
      /** The alternative text of the document; empty when it has none. */
      alt: v.pipe(v.string(), v.maxLength(MAX_BLOCK_UTF16)),
      /** True when the block's text is a caption, not the alternative text or a name. */
      hasCaption: v.optional(v.literal(true)),
    }),
  ),
  /** The sign of a `note` in the text that refers to it, such as `3` or `*`. */
  sign: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_DETAIL_UTF16))),
  /** A block of another kind inside a quotation. */
  isQuoted: v.optional(v.literal(true)),
  /** The document has a line or an ornament before this block. */
  isSeparated: v.optional(v.literal(true)),
  /** The language and direction of the block when they differ from those of the article. */
  language: v.optional(v.pipe(v.string(), v.regex(LANGUAGE_TAG))),
  direction: v.optional(v.picklist(DIRECTIONS)),
  /** In the order of their starts; they may nest. */
  inline: v.optional(v.pipe(v.array(inlineSchema), v.minLength(1), v.maxLength(MAX_INLINE))),
};

const structureSchema = v.strictObject(structureEntries);
export type BlockStructure = v.InferOutput<typeof structureSchema>;

/** The fields of a block except its id, as a converter finds them. */
export const blockEntries = {
  kind: v.picklist(BLOCK_KINDS),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_BLOCK_UTF16)),
  ...structureEntries,
};

/** True when all ranges of a block are inside its text. */
export function rangesFit(
  block: Pick<BlockStructure, 'inline' | 'row' | 'halves' | 'list'> & { readonly text: string },
): boolean {
  const fits = ({ end }: { end: number }): boolean => end <= block.text.length;
  return (
    (block.inline ?? []).every(fits) &&
    (block.row?.cells ?? []).every(fits) &&
    (block.halves ?? []).every(fits) &&
    (block.list?.marker ?? 0) <= block.text.length
  );
}

/** A block of an article: one stretch of text without line breaks. */
export const blockSchema = v.pipe(
  v.strictObject({
    /** `b0`, `b1`, … in text order; unique within one article. */
    id: v.pipe(v.string(), v.regex(/^b\d{1,6}$/)),
    ...blockEntries,
  }),
  v.check((block) => rangesFit(block), 'ranges are inside the text'),
);
export type Block = v.InferOutput<typeof blockSchema>;
