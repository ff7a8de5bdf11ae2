import * as z from 'zod';
import { annotationIdSchema } from './annotation.ts';
import { articleIdSchema } from './article.ts';
import { EXPORT_FORMATS } from './choices.ts';

export const exportFormatSchema = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** Which marks are exported: those of one article, all, or some. */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), articleId: articleIdSchema }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('selection'), ids: z.array(annotationIdSchema).max(100_000) }),
]);
export type ExportScope = z.infer<typeof exportScopeSchema>;

export const exportRequestSchema = z.strictObject({
  format: exportFormatSchema,
  scope: exportScopeSchema,
  /** Leaves out highlights without a note; JSON-LD always holds everything. */
  onlyNotes: z.boolean(),
  /** Says the source under each passage. */
  citations: z.boolean(),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;
