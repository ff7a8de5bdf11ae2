import * as v from 'valibot';
import { articleIdSchema, articleSchema, labelsSchema, ownSchema } from './article.ts';
import { lineSchema } from './document.ts';
import { EDTF_DATE, MAX_TITLE_UTF16 } from './limits.ts';
import { countSchema, paramsSchema } from './primitives.ts';
import { readWebAddress } from './web-address.ts';

const codedSchema = v.strictObject({
  code: v.string(),
  params: v.exactOptional(paramsSchema),
});

const imported = {
  articleId: articleIdSchema,
  title: v.string(),
};

/** The result of importing one file. */
export const importOutcomeSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('added'), ...imported, remarks: v.array(codedSchema) }),
  /** The library already has the same bytes or the same text. */
  v.strictObject({ kind: v.literal('duplicate'), ...imported }),
  /** The file is another version of an article in the library. Nothing was changed; the reader decides. */
  v.strictObject({
    kind: v.literal('update'),
    ...imported,
    sha256: ownSchema.entries.original.entries.sha256,
  }),
  /** The reader accepted the other version. */
  v.strictObject({ kind: v.literal('updated'), ...imported }),
  v.strictObject({ kind: v.literal('failed'), ...codedSchema.entries }),
]);
export type ImportOutcome = v.InferOutput<typeof importOutcomeSchema>;

/** One row of the list that remains after an import. */
export const importItemSchema = v.strictObject({
  /** Position in the import, from 0 on. */
  index: countSchema,
  /** File name, or the beginning of a pasted text. */
  name: v.string(),
  /** Path of the file; `null` for pasted text. */
  path: v.nullable(v.string()),
  outcome: importOutcomeSchema,
});
export type ImportItem = v.InferOutput<typeof importItemSchema>;

/** What the reader can do with another version of an article. */
export const updateChoiceSchema = v.picklist(['replace', 'keep-both']);
export type UpdateChoice = v.InferOutput<typeof updateChoiceSchema>;

/** The details of an own article that the reader can change. */
export const detailsSchema = v.strictObject({
  title: v.pipe(v.string(), v.trim(), lineSchema(MAX_TITLE_UTF16)),
  outlet: v.nullable(v.pipe(v.string(), v.trim(), lineSchema(MAX_TITLE_UTF16))),
  author: v.nullable(v.pipe(v.string(), v.trim(), lineSchema(MAX_TITLE_UTF16))),
  date: v.nullable(v.pipe(v.string(), v.regex(EDTF_DATE))),
  address: v.nullable(
    v.pipe(
      v.string(),
      v.check((address) => readWebAddress(address) === address, 'not the address of a page'),
    ),
  ),
  language: articleSchema.entries.language,
  direction: articleSchema.entries.direction.wrapped,
  collections: labelsSchema,
  tags: labelsSchema,
});
export type Details = v.InferOutput<typeof detailsSchema>;
