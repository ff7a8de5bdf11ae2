import * as v from 'valibot';
import { articleIdSchema } from './article.ts';
import { MAX_TAG_UTF16 } from './limits.ts';
import { countSchema, uuidSchema } from './primitives.ts';

/** A tag in use: given to highlights by hand, written in their notes, or given to articles. */
export const tagCountSchema = v.strictObject({
  /** The key that all spellings of the tag share (`tagKey`). */
  key: v.string(),
  /** The most used spelling. */
  name: v.string(),
  /** Number of highlights with the tag. */
  marks: countSchema,
  /** Number of articles with the tag. */
  articles: countSchema,
});
export type TagCount = v.InferOutput<typeof tagCountSchema>;

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(4 * MAX_TAG_UTF16));

/** A change of a tag everywhere: to another name, which may be that of an existing tag, or its removal. */
export const tagChangeSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('rename'),
    key,
    to: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_TAG_UTF16)),
  }),
  v.strictObject({ kind: v.literal('remove'), key }),
]);
export type TagChange = v.InferOutput<typeof tagChangeSchema>;

/** A completed change of a tag, which can be undone while the app runs. */
export const tagStepSchema = v.strictObject({
  step: uuidSchema,
  marks: countSchema,
  articles: countSchema,
  /** The articles that were changed, or whose highlights were changed. */
  articleIds: v.array(articleIdSchema),
});
export type TagStep = v.InferOutput<typeof tagStepSchema>;
