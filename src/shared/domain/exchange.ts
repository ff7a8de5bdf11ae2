import * as v from 'valibot';
import { annotationIdSchema } from './annotation.ts';
import { articleIdSchema } from './article.ts';
import { EXPORT_FORMATS } from './choices.ts';
import { MAX_ARTICLES_AT_ONCE } from './limits.ts';

export const exportFormatSchema = v.picklist(EXPORT_FORMATS);
export type ExportFormat = v.InferOutput<typeof exportFormatSchema>;

/** Which marks are exported: those of one article, of some articles, all, or selected ones. */
export const exportScopeSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('article'), articleId: articleIdSchema }),
  v.strictObject({ kind: v.literal('all') }),
  v.strictObject({
    kind: v.literal('articles'),
    articleIds: v.pipe(v.array(articleIdSchema), v.maxLength(MAX_ARTICLES_AT_ONCE)),
  }),
  v.strictObject({
    kind: v.literal('selection'),
    ids: v.pipe(v.array(annotationIdSchema), v.maxLength(100_000)),
  }),
]);
export type ExportScope = v.InferOutput<typeof exportScopeSchema>;

export const exportRequestSchema = v.strictObject({
  format: exportFormatSchema,
  scope: exportScopeSchema,
  /** Leaves out highlights without a note; JSON-LD always contains everything. */
  onlyNotes: v.boolean(),
  /** Adds the source below each passage. */
  citations: v.boolean(),
  /** Writes the whole text of each article into Markdown as well. */
  text: v.boolean(),
});
export type ExportRequest = v.InferOutput<typeof exportRequestSchema>;
