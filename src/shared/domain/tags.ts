import * as v from 'valibot';
import { articleIdSchema } from './article.ts';
import { MAX_TAG_UTF16 } from './limits.ts';
import { countSchema, uuidSchema } from './primitives.ts';

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

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(4 * MAX_TAG_UTF16));

/** What becomes of a tag everywhere: another name, which may be that of another tag, or nothing. */
export const tagChangeSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('rename'),
    key,
    to: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_TAG_UTF16)),
  }),
  v.strictObject({ kind: v.literal('remove'), key }),
]);
export type TagChange = v.InferOutput<typeof tagChangeSchema>;

/** A change of a tag that was made everywhere, and can be taken back while the app runs. */
export const tagStepSchema = v.strictObject({
  step: uuidSchema,
  marks: countSchema,
  articles: countSchema,
  /** The articles that it was made in, or in whose highlights. */
  articleIds: v.array(articleIdSchema),
});
export type TagStep = v.InferOutput<typeof tagStepSchema>;
