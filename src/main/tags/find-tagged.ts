import { tagsOf } from '#shared/arabic/note-tags.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { AnnotationMatch, AnnotationResult } from '#shared/domain/search-result.ts';
import type { AnnotationQuery } from '#shared/domain/search.ts';
import { cutExcerpt } from '../search/snippets.ts';

/** The folded words of a highlight's tags; a record is never changed, so they are folded once. */
const wordsOfTags = new WeakMap<Annotation, readonly string[]>();

/** Matches in one answer, as the search itself gives them. */
const MAX_MATCHES = 1000;

/** What the search finds, and after it the highlights that have every word of the query in their tags. */
export function addTagged(
  found: AnnotationResult,
  { text, typing, articleId }: AnnotationQuery,
  marks: Iterable<readonly [ArticleId, ArticleMarks]>,
): AnnotationResult {
  const wanted = readWords(text);
  if (wanted.length === 0) return found;
  const known = new Set<string>(found.matches.map(({ annotationId }) => annotationId));
  const matches: AnnotationMatch[] = [];
  for (const [id, { annotations }] of marks) {
    if (articleId !== null && id !== articleId) continue;
    for (const annotation of annotations)
      if (!known.has(annotation.id) && hasWords(annotation, wanted, typing))
        matches.push(describe(annotation));
  }
  return {
    ...found,
    matches: [...found.matches, ...matches].slice(0, MAX_MATCHES),
    total: found.total + matches.length,
  };
}

/** Quotation marks and the sign `#` are not part of a tag; a word that is left out is no word to find. */
const readWords = (text: string): readonly string[] =>
  text
    .replaceAll(/["«»“”#_]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => !word.startsWith('-'))
    .map(tagKey)
    .filter((word) => word !== '');

/** While the last word is typed, its beginning is enough. */
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

const describe = ({ id, articleId, note, quote }: Annotation): AnnotationMatch => ({
  articleId,
  annotationId: id,
  complete: true,
  places: [],
  forms: [],
  note: cutExcerpt(note, []),
  quote: cutExcerpt(quote.exact, []),
});
