import * as v from 'valibot';
import { articleIdSchema } from './article.ts';
import { MATCHINGS } from './choices.ts';

export const matchingSchema = v.picklist(MATCHINGS);
export type Matching = v.InferOutput<typeof matchingSchema>;

export const searchQuerySchema = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(10_000)),
  matching: matchingSchema,
  /** True while the last word is still being typed; it then also matches as a prefix. */
  typing: v.boolean(),
});
export type SearchQuery = v.InferOutput<typeof searchQuerySchema>;

/** A search in the reader's own notes and highlighted passages. */
export const annotationQuerySchema = v.strictObject({
  ...searchQuerySchema.entries,
  /** Searches only the annotations of this article; `null` searches those of all. */
  articleId: v.nullable(articleIdSchema),
});
export type AnnotationQuery = v.InferOutput<typeof annotationQuerySchema>;
