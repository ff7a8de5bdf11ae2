import * as v from 'valibot';
import { annotationIdSchema } from './annotation.ts';
import { articleIdSchema } from './article.ts';
import { LAYERS } from './choices.ts';
import { countSchema, positiveSchema, wholeSchema } from './primitives.ts';

export const layerSchema = v.picklist(LAYERS);
export type Layer = v.InferOutput<typeof layerSchema>;

/** One match; offsets are UTF-16 units in the title or in the canonical text. */
export const matchSchema = v.strictObject({
  field: v.picklist(['title', 'text']),
  start: countSchema,
  end: positiveSchema,
  /** The matched characters of the text. */
  text: v.string(),
  layer: layerSchema,
});
export type Match = v.InferOutput<typeof matchSchema>;

/** A piece of one block with its matches; the offsets of `marks` are UTF-16 units in `text`. */
export const snippetSchema = v.strictObject({
  blockId: v.string(),
  /** Number of the paragraph as `paragraphAt` counts it: headings do not count, and the introduction is 0. */
  paragraph: countSchema,
  /** Title of the chapter, and label of the printed page, of the first match; `null` when the document knows none. */
  chapter: v.nullable(v.string()),
  page: v.nullable(v.string()),
  /** Label of the page of the last match, when that is another one. */
  lastPage: v.nullable(v.string()),
  /** Offset of `text` in the canonical text. */
  start: countSchema,
  text: v.string(),
  /** True when the block continues before `text`. */
  cutBefore: v.boolean(),
  /** True when the block continues after `text`. */
  cutAfter: v.boolean(),
  marks: v.array(
    v.strictObject({
      start: wholeSchema,
      end: wholeSchema,
    }),
  ),
});
export type Snippet = v.InferOutput<typeof snippetSchema>;

/** A form of a word as it was found, why it matches, and how often it occurs. */
export const matchedFormSchema = v.strictObject({
  text: v.string(),
  layer: layerSchema,
  count: positiveSchema,
});
export type MatchedForm = v.InferOutput<typeof matchedFormSchema>;

export const searchHitSchema = v.strictObject({
  articleId: articleIdSchema,
  score: v.pipe(v.number(), v.finite()),
  /** False when only some words of the query were found. */
  complete: v.boolean(),
  matches: v.array(matchSchema),
  snippets: v.array(snippetSchema),
  forms: v.array(matchedFormSchema),
});
export type SearchHit = v.InferOutput<typeof searchHitSchema>;

export const searchResultSchema = v.strictObject({
  /** The query as it was searched: trimmed and cut to `MAX_QUERY_UTF16` units. */
  text: v.string(),
  /** Folded words of the query in order; empty when the query contains no word. */
  words: v.array(
    v.strictObject({
      text: v.string(),
      /** Number of articles that contain this word, at the chosen matching. */
      articles: countSchema,
      /** A word of the library that differs in one letter, when this one does not occur at all. */
      suggestion: v.nullable(v.string()),
    }),
  ),
  /** The best first, at most as many as the engine returns. */
  hits: v.array(searchHitSchema),
  /** Number of articles found, including those that are not returned. */
  total: countSchema,
  /** Number of articles that only the word family finds; they are offered but not listed. */
  familyOnly: countSchema,
});
export type SearchResult = v.InferOutput<typeof searchResultSchema>;

/** How much of the library an answer covers; all numbers are counts of articles. */
export const coverageSchema = v.strictObject({
  searched: countSchema,
  /** Articles not yet read since the start; they are added without a new query. */
  waiting: countSchema,
  /** Articles whose file cannot be read, so that their text is unknown. */
  unreadable: countSchema,
});
export type Coverage = v.InferOutput<typeof coverageSchema>;

/** A search result with the part of the library that it covers. Its counts are true only of the searched articles. */
export const coveredResultSchema = v.strictObject({
  ...searchResultSchema.entries,
  coverage: coverageSchema,
});
export type CoveredResult = v.InferOutput<typeof coveredResultSchema>;

/** A text, or a piece of it around its first match; the offsets of `marks` are UTF-16 units in `text`. */
export const excerptSchema = v.pick(snippetSchema, ['text', 'cutBefore', 'cutAfter', 'marks']);
export type Excerpt = v.InferOutput<typeof excerptSchema>;

/**
 * One annotation that was found, with the matches in its note and its quote; offsets are UTF-16 units in that field.
 */
export const annotationHitSchema = v.strictObject({
  articleId: articleIdSchema,
  annotationId: annotationIdSchema,
  /** False when only some words of the query were found. */
  complete: v.boolean(),
  matches: v.array(
    v.strictObject({ ...matchSchema.entries, field: v.picklist(['note', 'quote']) }),
  ),
  forms: v.array(matchedFormSchema),
  /** What a list shows of the note and of the quote. */
  note: excerptSchema,
  quote: excerptSchema,
});
export type AnnotationHit = v.InferOutput<typeof annotationHitSchema>;

export const annotationResultSchema = v.strictObject({
  /** The query as it was searched. */
  text: v.string(),
  /** The best first, then the newest; at most `MAX_ANNOTATION_HITS`. */
  hits: v.array(annotationHitSchema),
  /** Number of annotations found, including those that are not listed. */
  total: countSchema,
  /** Number of annotations that only the word family finds; they are offered but not listed. */
  familyOnly: countSchema,
});
export type AnnotationResult = v.InferOutput<typeof annotationResultSchema>;
