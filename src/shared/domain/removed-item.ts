import * as v from 'valibot';
import { articleIdSchema } from './article.ts';
import { countSchema, timeSchema } from './primitives.ts';

/** An own article in the bin. */
export const removedItemSchema = v.strictObject({
  articleId: articleIdSchema,
  /** The title, or the id when the article cannot be read. */
  title: v.string(),
  /** When it was last removed, as ISO 8601 in UTC. */
  removedAt: timeSchema,
  /** Size of the original in bytes; `null` when unknown. */
  sizeBytes: v.nullable(countSchema),
  /** True when the article was added to the library again; the bin then holds an older copy. */
  isBack: v.boolean(),
});
export type RemovedItem = v.InferOutput<typeof removedItemSchema>;
