import type { MarksSummary } from '#shared/domain/anchored-marks.ts';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import type { SearchHit } from '#shared/domain/search-result.ts';
import { placeAnnotation } from '#renderer/bridge/reader-marks.ts';
import type { SearchAnswer } from '#renderer/bridge/search-queries.ts';
import type { Found, FoundNote } from './facets.ts';

/**
 * Joins the matches in articles and in notes with the summaries of the library and of the marks. Every article has
 * one entry, and those with matches in the text come first.
 */
export function joinAnswer(
  { result, annotations }: SearchAnswer,
  library: readonly ArticleSummary[],
  summaries: readonly MarksSummary[],
): readonly Found[] {
  const articles = new Map(library.map((article) => [article.id, article]));
  const known = new Map(summaries.map((summary) => [summary.articleId, summary]));
  const notes = new Map<ArticleId, FoundNote[]>();
  const highlights = new Map(annotations.highlights.map((each) => [each.id, each]));
  for (const hit of annotations.hits) {
    const highlight = highlights.get(hit.annotationId);
    if (!highlight) continue;
    const annotation = placeAnnotation(highlight);
    notes.set(hit.articleId, [...(notes.get(hit.articleId) ?? []), { hit, annotation }]);
  }
  const hits = new Map(result.hits.map((hit) => [hit.articleId, hit]));
  return [...new Set([...hits.keys(), ...notes.keys()])].flatMap((id) => {
    const article = articles.get(id);
    if (!article) return [];
    const own = notes.get(id) ?? [];
    const hit = hits.get(id) ?? noHit(id, own);
    return [{ hit, notes: own, article, marks: known.get(id) }];
  });
}

/** The hit of an article in which only notes were found. */
function noHit(articleId: ArticleId, notes: readonly FoundNote[]): SearchHit {
  const complete = notes.some(({ hit }) => hit.complete);
  return { articleId, score: 0, complete, matches: [], snippets: [], forms: [] };
}
