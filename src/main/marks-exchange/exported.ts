import { createResolver } from '#shared/anchoring/resolve.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import type { Span } from '#shared/domain/span.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { type PlaceInText, placeIn } from '#shared/document/places.ts';
import type { Found } from '../anchoring/finder.ts';

/** A mark with its position in the present text. */
export interface ExportedAnnotation {
  readonly annotation: Annotation;
  /** UTF-16 offsets into the present canonical text; `null` for an orphan. */
  readonly span: Span | null;
  /** Where it stands in the present text; `null` for an orphan. */
  readonly place: PlaceInText | null;
}

/** The marks of one article, prepared for every format. */
export interface ExportedArticle {
  readonly articleId: ArticleId;
  /** `null` when the article is no longer in the library; its marks are exported nevertheless. */
  readonly article: Article | null;
  readonly text: string;
  readonly annotations: readonly ExportedAnnotation[];
}

/** What a file for people contains. JSON-LD always contains everything. */
export interface ExportOptions {
  /** Leaves out highlights without a note. */
  readonly onlyNotes: boolean;
  /** Adds the source under each passage. */
  readonly citations: boolean;
  /** Writes the whole text into Markdown as well. */
  readonly text: boolean;
  readonly now: Date;
}

/**
 * Prepares all marks with their positions in the present text, in the order of the text, and orphans last.
 *
 * @param found  the anchor of each annotation. The app passes it, because its main process must not search; a tool
 *   leaves it out, and this function then searches itself
 */
export function prepareArticle(
  articleId: ArticleId,
  article: Article | null,
  annotations: readonly Annotation[],
  found: readonly Found[] = findHere(article, annotations),
): ExportedArticle {
  const text = article ? canonicalText(article.blocks) : '';
  const anchored = annotations.map((annotation, index): ExportedAnnotation => {
    const span = spanOf(found[index]);
    const place = article && span ? placeIn(article, span) : null;
    return { annotation, span, place };
  });
  return { articleId, article, text, annotations: anchored.toSorted(byPlace) };
}

function findHere(article: Article | null, annotations: readonly Annotation[]): readonly Found[] {
  if (!article) return [];
  const resolver = createResolver(canonicalText(article.blocks), article.contentHash);
  return annotations.map((annotation) => resolver.resolve(annotation));
}

/** Returns the title, or the id of an article that is no longer in the library. */
export const titleOf = ({ article, articleId }: ExportedArticle): string =>
  article?.title ?? articleId;

const spanOf = (found: Found | undefined): Span | null =>
  found?.state === 'anchored' ? found.span : null;

function byPlace(a: ExportedAnnotation, b: ExportedAnnotation): number {
  if (!a.span || !b.span) return Number(!a.span) - Number(!b.span);
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
