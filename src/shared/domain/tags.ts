import * as v from 'valibot';
import { countSchema } from './primitives.ts';

/** A tag in use: of highlights, given by hand or written in their notes, and of articles. */
export const tagCountSchema = v.strictObject({
  /** What all its spellings have in common (`tagKey`). */
  key: v.string(),
  /** The spelling that is used most. */
  name: v.string(),
  /** Highlights that have it. */
  marks: countSchema,
  /** Articles that have it. */
  articles: countSchema,
});
export type TagCount = v.InferOutput<typeof tagCountSchema>;
