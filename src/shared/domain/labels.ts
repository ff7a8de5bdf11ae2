import * as v from 'valibot';
import { articleIdSchema, labelsSchema } from './article.ts';
import { MAX_ARTICLES_AT_ONCE } from './limits.ts';

/** Own articles that shall have exactly these labels, whatever they had before. */
export const labelGroupSchema = v.strictObject({
  articleIds: v.pipe(v.array(articleIdSchema), v.minLength(1), v.maxLength(MAX_ARTICLES_AT_ONCE)),
  tags: labelsSchema,
  collections: labelsSchema,
});
export type LabelGroup = v.InferOutput<typeof labelGroupSchema>;
