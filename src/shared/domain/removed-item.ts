import * as v from 'valibot';
import { articleIdSchema } from './article.ts';
import { countSchema, timeSchema } from './primitives.ts';

/** An article of the reader's own in the bin. */
export const removedItemSchema = v.strictObject({
  articleId: articleIdSchema,
  /** Its id when nothing of it can be read. */
  title: v.string(),
  /** ISO 8601, UTC; of its last removal. */
  removedAt: timeSchema,
  /** Bytes of the file that it was made from; `null` when that is not known. */
  sizeBytes: v.nullable(countSchema),
  /** It came into the library again: what the bin holds is an older copy. */
  isBack: v.boolean(),
});
export type RemovedItem = v.InferOutput<typeof removedItemSchema>;
