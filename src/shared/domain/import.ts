import * as z from 'zod';
import { articleIdSchema, articleSchema, labelsSchema, ownSchema } from './article.ts';
import { EDTF_DATE, MAX_TITLE_UTF16 } from './limits.ts';

const codedSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
});

const imported = {
  articleId: articleIdSchema,
  title: z.string(),
};

/** What became of one file. */
export const importOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), ...imported, remarks: z.array(codedSchema) }),
  /** The same bytes or the same text are in the library already. */
  z.strictObject({ kind: z.literal('duplicate'), ...imported }),
  /** Another version of an article of the library: nothing was changed, the reader decides. */
  z.strictObject({
    kind: z.literal('update'),
    ...imported,
    sha256: ownSchema.shape.original.shape.sha256,
  }),
  /** The reader took the other version. */
  z.strictObject({ kind: z.literal('updated'), ...imported }),
  z.strictObject({ kind: z.literal('failed'), ...codedSchema.shape }),
]);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

/** One line of the list that an import leaves. */
export const importItemSchema = z.strictObject({
  /** Position in the import, from 0. */
  index: z.number().int().nonnegative(),
  /** File name, or the beginning of a pasted text. */
  name: z.string(),
  /** Where it lies; `null` for a pasted text. */
  path: z.string().nullable(),
  outcome: importOutcomeSchema,
});
export type ImportItem = z.infer<typeof importItemSchema>;

/** What the reader can do with another version of an article. */
export const updateChoiceSchema = z.enum(['replace', 'keep-both']);
export type UpdateChoice = z.infer<typeof updateChoiceSchema>;

/** The details of an own article that its reader can change. */
export const detailsSchema = z.strictObject({
  title: z.string().trim().min(1).max(MAX_TITLE_UTF16),
  outlet: z.string().trim().min(1).max(MAX_TITLE_UTF16).nullable(),
  author: z.string().trim().min(1).max(MAX_TITLE_UTF16).nullable(),
  date: z.string().regex(EDTF_DATE).nullable(),
  language: articleSchema.shape.language,
  direction: articleSchema.shape.direction.unwrap(),
  collections: labelsSchema,
  tags: labelsSchema,
});
export type Details = z.infer<typeof detailsSchema>;
