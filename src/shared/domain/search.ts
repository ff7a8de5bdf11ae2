import * as z from 'zod';
import { articleIdSchema } from './article.ts';
import { DIALS } from './choices.ts';

export const dialSchema = z.enum(DIALS);
export type Dial = z.infer<typeof dialSchema>;

export const searchQuerySchema = z.strictObject({
  text: z.string().max(10_000),
  dial: dialSchema,
  /** The last word is still being typed: match it as a prefix too. */
  typing: z.boolean(),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** A question to the reader's own notes and highlighted passages. */
export const annotationQuerySchema = z.strictObject({
  ...searchQuerySchema.shape,
  /** Only the annotations of this article; `null`: of all. */
  articleId: articleIdSchema.nullable(),
});
export type AnnotationQuery = z.infer<typeof annotationQuerySchema>;
