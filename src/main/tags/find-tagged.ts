import { tagsOf } from '#shared/arabic/note-tags.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { AnnotationHit, AnnotationResult } from '#shared/domain/search-result.ts';
import type { AnnotationQuery } from '#shared/domain/search.ts';
import { cutExcerpt } from '../search/snippets.ts';

/** Caches the folded words of a highlight's tags; a record never changes, so they stay valid. */
const wordsOfTags = new WeakMap<Annotation, readonly string[]>();

/** Most hits in one answer, as in the search itself. */
const MAX_HITS = 1000;

/** Adds to the hits of the search the highlights whose tags contain every word of the query. */
export function addTagged(
  found: AnnotationResult,
  { text, typing, articleId }: AnnotationQuery,
  marks: Iterable<readonly [ArticleId, ArticleMarks]>,
): AnnotationResult {
  const wanted = readWords(text);
  if (wanted.length === 0) return found;
  const known = new Set<string>(found.hits.map(({ annotationId }) => annotationId));
  const hits: AnnotationHit[] = [];
  for (const [id, { annotations }] of marks) {
    if (articleId !== null && id !== articleId) continue;
    for (const annotation of annotations)
      if (!known.has(annotation.id) && hasWords(annotation, wanted, typing))
        hits.push(describe(annotation));
  }
  return {
    ...found,
    hits: [...found.hits, ...hits].slice(0, MAX_HITS),
    total: found.total + hits.length,
  };
}

/**
 * Splits a query into folded words. Quotation marks and the sign `#` belong to no tag, and excluded words are
 * skipped.
 */
const readWords = (text: string): readonly string[] =>
  text
    .replaceAll(/["«»“”#_]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => !word.startsWith('-'))
    .map(tagKey)
    .filter((word) => word !== '');

/** True when the tags contain all words; the last word may be a prefix during typing. */
function hasWords(annotation: Annotation, wanted: readonly string[], typing: boolean): boolean {
  const words = readTags(annotation);
  if (words.length === 0) return false;
  return wanted.every((word, index) =>
    typing && index === wanted.length - 1
      ? words.some((each) => each.startsWith(word))
      : words.includes(word),
  );
}

function readTags(annotation: Annotation): readonly string[] {
  const known = wordsOfTags.get(annotation);
  if (known) return known;
  const words = tagsOf(annotation).flatMap((tag) => tagKey(tag).split(' '));
  wordsOfTags.set(annotation, words);
  return words;
}

const describe = ({ id, articleId, note, quote }: Annotation): AnnotationHit => ({
  articleId,
  annotationId: id,
  complete: true,
  matches: [],
  forms: [],
  note: cutExcerpt(note, []),
  quote: cutExcerpt(quote.exact, []),
});
