import { createResolver } from '#shared/anchoring/resolve.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import type { Span } from '#shared/domain/span.ts';
import { canonicalText, paragraphAt } from '#shared/domain/text.ts';
import type { Found } from '../placing/finder.ts';

/** A mark with its place in the article as it is now. */
export interface ExportedAnnotation {
  readonly annotation: Annotation;
  /** UTF-16 offsets into the canonical text as it is now; `null` for an orphan. */
  readonly span: Span | null;
  /** As `paragraphAt` counts it; `null` for an orphan. */
  readonly paragraph: number | null;
}

/** The marks of one article, ready to be written in any format. */
export interface ExportedArticle {
  readonly articleId: ArticleId;
  /** `null` when the article is no longer in the library; its marks are exported all the same. */
  readonly article: Article | null;
  readonly text: string;
  readonly annotations: readonly ExportedAnnotation[];
}

/** What goes into a file for people to read; JSON-LD always holds everything. */
export interface ExportOptions {
  /** Leaves out highlights without a note. */
  readonly onlyNotes: boolean;
  /** Says the source under each passage. */
  readonly citations: boolean;
  readonly now: Date;
}

/**
 * Every mark with its place in the text as it is now, in the order of the text; orphans last.
 *
 * @param found  where each annotation was found. The app passes it, so that its main process does not search; a tool
 *   for which nobody waits leaves it out, and this function searches itself
 */
export function prepareArticle(
  articleId: ArticleId,
  article: Article | null,
  annotations: readonly Annotation[],
  found: readonly Found[] = findHere(article, annotations),
): ExportedArticle {
  const text = article ? canonicalText(article.blocks) : '';
  const placed = annotations.map((annotation, index): ExportedAnnotation => {
    const span = spanOf(found[index]);
    const paragraph = article && span ? paragraphAt(article.blocks, span.start) : null;
    return { annotation, span, paragraph };
  });
  return { articleId, article, text, annotations: placed.toSorted(byPlace) };
}

function findHere(article: Article | null, annotations: readonly Annotation[]): readonly Found[] {
  if (!article) return [];
  const resolver = createResolver(canonicalText(article.blocks), article.contentHash);
  return annotations.map((annotation) => resolver.resolve(annotation));
}

/** The title, or the id of an article that is gone. */
export const titleOf = ({ article, articleId }: ExportedArticle): string =>
  article?.title ?? articleId;

const spanOf = (found: Found | undefined): Span | null =>
  found?.state === 'anchored' ? found.span : null;

function byPlace(a: ExportedAnnotation, b: ExportedAnnotation): number {
  if (!a.span || !b.span) return Number(!a.span) - Number(!b.span);
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
