import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Span } from '#shared/domain/span.ts';

/** What a change concerns. It must be on the screen before undo takes the change back without asking. */
export type UndoTarget = MarksTarget | ArticlesTarget | TagsTarget;

/** The tags of the library, which have a list of their own. */
export interface TagsTarget {
  readonly kind: 'tags';
  readonly articleIds: readonly ArticleId[];
}

/** Highlights, notes or bookmarks, which are shown in the text of their article and on the marks page. */
export interface MarksTarget {
  readonly kind: 'marks';
  /** The articles of the marks. A single article can be named and opened, and several are shown on the marks page. */
  readonly articleIds: readonly ArticleId[];
  readonly annotationIds: readonly AnnotationId[];
  /** The span of the first mark in the canonical text, UTF-16 offsets; `null` when it is not known. */
  readonly span: Span | null;
}

/** Articles as such, which are shown as rows of a list or as the open article. */
export interface ArticlesTarget {
  readonly kind: 'articles';
  readonly articleIds: readonly ArticleId[];
}

/** What a change of articles concerns, such as their state, their details or their removal. */
export const articlesTarget = (articleIds: readonly ArticleId[]): ArticlesTarget => ({
  kind: 'articles',
  articleIds,
});

/** The longest title in the name of a step, UTF-16 units, because a toast is read at a glance. */
export const MAX_NAMED_UTF16 = 80;
