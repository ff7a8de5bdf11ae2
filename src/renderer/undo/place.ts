import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Span } from '#shared/domain/span.ts';

/** Where a change is seen: what must be on the screen before it is taken back without a word. */
export type Place = MarksPlace | ArticlesPlace | TagsPlace;

/** The tags of the whole library, which have a list of their own. */
export interface TagsPlace {
  readonly kind: 'tags';
  readonly articleIds: readonly ArticleId[];
}

/** Highlights, notes or bookmarks, which stand in the text of their article and on the page of all marks. */
export interface MarksPlace {
  readonly kind: 'marks';
  /** The articles that they are in; one of them can be named and opened, several are shown on the page of all marks. */
  readonly articleIds: readonly ArticleId[];
  readonly annotationIds: readonly AnnotationId[];
  /** Canonical-text span of the first of them, UTF-16; `null` when it is not known. */
  readonly span: Span | null;
}

/** Articles as such: their rows in a list, or the one that is open. */
export interface ArticlesPlace {
  readonly kind: 'articles';
  readonly articleIds: readonly ArticleId[];
}

/** The place of a change of articles: read marks, details, removal. */
export const articlesPlace = (articleIds: readonly ArticleId[]): ArticlesPlace => ({
  kind: 'articles',
  articleIds,
});

/** Longest title in the name of a step, UTF-16 units: a toast is read at a glance. */
export const MAX_NAMED_UTF16 = 80;
