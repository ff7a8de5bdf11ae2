import * as v from 'valibot';
import { annotationIdSchema } from './annotation.ts';
import { articleIdSchema } from './article.ts';
import { LAYERS } from './choices.ts';
import { countSchema, positiveSchema, wholeSchema } from './primitives.ts';

export const layerSchema = v.picklist(LAYERS);
export type Layer = v.InferOutput<typeof layerSchema>;

/** One found span; offsets are UTF-16 in the title, or in the canonical text. */
export const placeSchema = v.strictObject({
  field: v.picklist(['title', 'text']),
  start: countSchema,
  end: positiveSchema,
  /** The characters as they stand there. */
  text: v.string(),
  layer: layerSchema,
});
export type Place = v.InferOutput<typeof placeSchema>;

/** A piece of one block with its places; mark offsets are UTF-16 in `text`. */
export const snippetSchema = v.strictObject({
  blockId: v.string(),
  /** 1-based number of the paragraph; headings do not count. */
  paragraph: countSchema,
  /** Offset of `text` in the canonical text. */
  start: countSchema,
  text: v.string(),
  /** The block goes on before the text, or after it. */
  cutBefore: v.boolean(),
  cutAfter: v.boolean(),
  marks: v.array(
    v.strictObject({
      start: wholeSchema,
      end: wholeSchema,
    }),
  ),
});
export type Snippet = v.InferOutput<typeof snippetSchema>;

/** A surface form that was found, why, and how often. */
export const matchedFormSchema = v.strictObject({
  text: v.string(),
  layer: layerSchema,
  count: positiveSchema,
});
export type MatchedForm = v.InferOutput<typeof matchedFormSchema>;

export const searchHitSchema = v.strictObject({
  articleId: articleIdSchema,
  score: v.pipe(v.number(), v.finite()),
  /** False when only some of the query's words were found. */
  complete: v.boolean(),
  places: v.array(placeSchema),
  snippets: v.array(snippetSchema),
  forms: v.array(matchedFormSchema),
});
export type SearchHit = v.InferOutput<typeof searchHitSchema>;

export const searchResultSchema = v.strictObject({
  /** The query as it was searched (trimmed, cut to `MAX_QUERY_UTF16`). */
  text: v.string(),
  /** Folded words of the query, in order; empty when nothing can be searched. */
  words: v.array(
    v.strictObject({
      text: v.string(),
      /** Articles with this word at the chosen dial. */
      articles: countSchema,
      /** A word of the library one letter away, when this one occurs nowhere. */
      suggestion: v.nullable(v.string()),
    }),
  ),
  /** Best first; at most the engine's limit. */
  hits: v.array(searchHitSchema),
  /** Articles found, also those beyond the limit. */
  total: countSchema,
  /** Articles that only the word family finds; offered, not shown. */
  familyOnly: countSchema,
});
export type SearchResult = v.InferOutput<typeof searchResultSchema>;

/** How much of the library an answer knows; counts of articles. */
export const coverageSchema = v.strictObject({
  searched: countSchema,
  /** Not read yet after a start; they are added by themselves. */
  waiting: countSchema,
  /** Their file cannot be read, so nothing is known of their text. */
  unreadable: countSchema,
});
export type Coverage = v.InferOutput<typeof coverageSchema>;

/** A result that says which part of the library it is about: its numbers are true of the searched articles only. */
export const coveredResultSchema = v.strictObject({
  ...searchResultSchema.entries,
  coverage: coverageSchema,
});
export type CoveredResult = v.InferOutput<typeof coveredResultSchema>;

/** A text, or a piece of it around its first mark; mark offsets are UTF-16 in `text`. */
export const excerptSchema = v.pick(snippetSchema, ['text', 'cutBefore', 'cutAfter', 'marks']);
export type Excerpt = v.InferOutput<typeof excerptSchema>;

/** One annotation found, and where in its note and in its quote; offsets are UTF-16 in that field. */
export const annotationMatchSchema = v.strictObject({
  articleId: articleIdSchema,
  annotationId: annotationIdSchema,
  /** False when only some of the query's words were found. */
  complete: v.boolean(),
  places: v.array(v.strictObject({ ...placeSchema.entries, field: v.picklist(['note', 'quote']) })),
  forms: v.array(matchedFormSchema),
  /** What a list shows of the note and of the quote. */
  note: excerptSchema,
  quote: excerptSchema,
});
export type AnnotationMatch = v.InferOutput<typeof annotationMatchSchema>;

export const annotationResultSchema = v.strictObject({
  /** The query as it was searched. */
  text: v.string(),
  /** Best first, then the newest; at most `MAX_ANNOTATION_MATCHES`. */
  matches: v.array(annotationMatchSchema),
  /** Annotations found, also those beyond the most that are listed. */
  total: countSchema,
  /** Annotations that only the word family finds; offered, not shown. */
  familyOnly: countSchema,
});
export type AnnotationResult = v.InferOutput<typeof annotationResultSchema>;
