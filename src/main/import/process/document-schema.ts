import * as z from 'zod';
import { MAX_TITLE_UTF16 } from '#shared/domain/limits.ts';
import { MAX_BLOCK_UTF16, MAX_DETAIL_UTF16 } from '../limits.ts';

const found = (max: number) =>
  z
    .strictObject({
      value: z.string().min(1).max(max),
      from: z.enum(['metadata', 'text', 'file-name']),
    })
    .nullable();

const codedSchema = z.strictObject({
  code: z.string().regex(/^import\/[a-z-]+$/),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const blocksSchema = z
  .array(
    z.strictObject({
      kind: z.enum(['heading', 'paragraph', 'item', 'quote', 'image']),
      text: z.string().min(1).max(MAX_BLOCK_UTF16),
    }),
  )
  .min(1);

const documentSchema = z.strictObject({
  format: z.enum(['text', 'markdown', 'html', 'mhtml', 'epub', 'docx', 'pdf']),
  title: found(MAX_TITLE_UTF16),
  outlet: found(MAX_DETAIL_UTF16),
  author: found(MAX_DETAIL_UTF16),
  date: found(MAX_DETAIL_UTF16),
  language: z.string().max(100).nullable(),
  direction: z.enum(['rtl', 'ltr']),
  blocks: blocksSchema,
  remarks: z.array(codedSchema),
});

/** The import worker reads files that may attack it, so that its word is checked as a stranger's. */
export const importAnswerSchema = z.union([
  z.strictObject({ id: z.number().int(), blocks: blocksSchema }),
  z.strictObject({
    id: z.number().int(),
    outcome: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), value: documentSchema }),
      z.strictObject({ ok: z.literal(false), error: codedSchema }),
    ]),
  }),
]);
