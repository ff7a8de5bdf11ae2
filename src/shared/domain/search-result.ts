import * as z from 'zod';
import { annotationIdSchema } from './annotation.ts';
import { articleIdSchema } from './article.ts';
import { LAYERS } from './choices.ts';

export const layerSchema = z.enum(LAYERS);
export type Layer = z.infer<typeof layerSchema>;

/** One found span; offsets are UTF-16 in the title, or in the canonical text. */
export const placeSchema = z.strictObject({
  field: z.enum(['title', 'text']),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  /** The characters as they stand there. */
  text: z.string(),
  layer: layerSchema,
});
export type Place = z.infer<typeof placeSchema>;

/** A piece of one block with its places; mark offsets are UTF-16 in `text`. */
export const snippetSchema = z.strictObject({
  blockId: z.string(),
  /** 1-based number of the paragraph; headings do not count. */
  paragraph: z.number().int().nonnegative(),
  /** Offset of `text` in the canonical text. */
  start: z.number().int().nonnegative(),
  text: z.string(),
  /** The block goes on before the text, or after it. */
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
  marks: z.array(z.strictObject({ start: z.number().int(), end: z.number().int() })),
});
export type Snippet = z.infer<typeof snippetSchema>;

/** A surface form that was found, why, and how often. */
export const matchedFormSchema = z.strictObject({
  text: z.string(),
  layer: layerSchema,
  count: z.number().int().positive(),
});
export type MatchedForm = z.infer<typeof matchedFormSchema>;

export const searchHitSchema = z.strictObject({
  articleId: articleIdSchema,
  score: z.number(),
  /** False when only some of the query's words were found. */
  complete: z.boolean(),
  places: z.array(placeSchema),
  snippets: z.array(snippetSchema),
  forms: z.array(matchedFormSchema),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchResultSchema = z.strictObject({
  /** The query as it was searched (trimmed, cut to `MAX_QUERY_UTF16`). */
  text: z.string(),
  /** Folded words of the query, in order; empty when nothing can be searched. */
  words: z.array(
    z.strictObject({
      text: z.string(),
      /** Articles with this word at the chosen dial. */
      articles: z.number().int().nonnegative(),
      /** A word of the library one letter away, when this one occurs nowhere. */
      suggestion: z.string().nullable(),
    }),
  ),
  /** Best first; at most the engine's limit. */
  hits: z.array(searchHitSchema),
  /** Articles found, also those beyond the limit. */
  total: z.number().int().nonnegative(),
  /** Articles that only the word family finds; offered, not shown. */
  familyOnly: z.number().int().nonnegative(),
});
export type SearchResult = z.infer<typeof searchResultSchema>;

/** A text, or a piece of it around its first mark; mark offsets are UTF-16 in `text`. */
export const excerptSchema = snippetSchema.pick({
  text: true,
  cutBefore: true,
  cutAfter: true,
  marks: true,
});
export type Excerpt = z.infer<typeof excerptSchema>;

/** One annotation found, and where in its note and in its quote; offsets are UTF-16 in that field. */
export const annotationMatchSchema = z.strictObject({
  articleId: articleIdSchema,
  annotationId: annotationIdSchema,
  /** False when only some of the query's words were found. */
  complete: z.boolean(),
  places: z.array(placeSchema.extend({ field: z.enum(['note', 'quote']) })),
  forms: z.array(matchedFormSchema),
  /** What a list shows of the note and of the quote. */
  note: excerptSchema,
  quote: excerptSchema,
});
export type AnnotationMatch = z.infer<typeof annotationMatchSchema>;

export const annotationResultSchema = z.strictObject({
  /** The query as it was searched. */
  text: z.string(),
  /** Best first, then the newest; at most `MAX_ANNOTATION_MATCHES`. */
  matches: z.array(annotationMatchSchema),
  /** Annotations found, also those beyond the most that are listed. */
  total: z.number().int().nonnegative(),
  /** Annotations that only the word family finds; offered, not shown. */
  familyOnly: z.number().int().nonnegative(),
});
export type AnnotationResult = z.infer<typeof annotationResultSchema>;
