import * as v from 'valibot';
import { labelsSchema } from '#shared/domain/article.ts';
import { blockEntries, rangesFit } from '#shared/domain/block.ts';
import { BLOCK_KINDS, PICTURE_FAULTS } from '#shared/domain/choices.ts';
import { publicationSchema, structureSchema } from '#shared/domain/document.ts';
import {
  MAX_ASSETS,
  MAX_DETAIL_UTF16,
  MAX_LINK_UTF16,
  MAX_TITLE_UTF16,
} from '#shared/domain/limits.ts';
import { countSchema, paramsSchema, wholeSchema } from '#shared/domain/primitives.ts';
import { PICTURE_PIECE_BYTES } from './protocol.ts';

const found = (max: number) =>
  v.nullable(
    v.strictObject({
      value: v.pipe(v.string(), v.minLength(1), v.maxLength(max)),
      from: v.picklist(['metadata', 'text', 'file-name']),
    }),
  );

const codedSchema = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^import\/[a-z-]+$/)),
  params: v.optional(paramsSchema),
});

/** A converter never makes a standfirst, which is the work of an editor. */
const IMPORTED_KINDS = BLOCK_KINDS.filter((kind) => kind !== 'standfirst');

const blocksSchema = v.pipe(
  v.array(
    v.pipe(
      v.strictObject({
        ...blockEntries,
        kind: v.picklist(IMPORTED_KINDS),
        picture: v.optional(v.pipe(countSchema, v.maxValue(MAX_ASSETS))),
      }),
      v.check((block) => rangesFit(block), 'ranges are inside the text'),
    ),
  ),
  v.minLength(1),
);

const documentSchema = v.strictObject({
  format: v.picklist(['text', 'markdown', 'html', 'mhtml', 'epub', 'docx', 'pdf']),
  title: found(MAX_TITLE_UTF16),
  outlet: found(MAX_DETAIL_UTF16),
  author: found(MAX_DETAIL_UTF16),
  date: found(MAX_DETAIL_UTF16),
  address: found(MAX_LINK_UTF16),
  tags: labelsSchema,
  language: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  direction: v.picklist(['rtl', 'ltr']),
  blocks: blocksSchema,
  structure: v.nullable(structureSchema),
  publication: v.nullable(publicationSchema),
  cover: v.nullable(v.pipe(countSchema, v.maxValue(MAX_ASSETS))),
  remarks: v.array(codedSchema),
});

/** Checks every answer of the import worker, because a file that it reads may have taken it over. */
export const importAnswerSchema = v.union([
  v.strictObject({ id: wholeSchema, blocks: blocksSchema }),
  v.strictObject({ id: wholeSchema, fault: v.picklist(PICTURE_FAULTS) }),
  v.strictObject({
    id: wholeSchema,
    piece: v.pipe(v.instance(Uint8Array), v.maxLength(PICTURE_PIECE_BYTES)),
    ends: v.boolean(),
  }),
  v.strictObject({
    id: wholeSchema,
    outcome: v.variant('ok', [
      v.strictObject({ ok: v.literal(true), value: documentSchema }),
      v.strictObject({ ok: v.literal(false), error: codedSchema }),
    ]),
  }),
]);
