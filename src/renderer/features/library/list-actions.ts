import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import type { ShelfActions } from './shelf.ts';

/**
 * The actions of a list for each of its articles. The functions stay the same objects while the list is on the
 * screen.
 */
export interface ListActions extends ShelfActions {
  /** True when nothing can be saved in this run. */
  readonly readOnly: boolean;
  /** The actions for own articles, which only the library page has. */
  readonly own?: {
    readonly onDetails: (article: ArticleSummary) => void;
    readonly onRemove: (article: ArticleSummary) => void;
  };
  /** The selection, for lists where several articles can be selected. */
  readonly selection?: {
    /** `one` adds or removes one article; `to` selects all articles from the start of the selection to this one. */
    readonly onSelect: (articleId: ArticleId, how: 'one' | 'to') => void;
    /** Asked at a click. A property with the answer would draw every row again when the selection begins. */
    readonly isSelecting: () => boolean;
  };
}

/** How one item of a list is drawn, apart from its content. */
export interface ItemLook {
  readonly selected: boolean;
  /** The element of its heading. */
  readonly Heading: 'h2' | 'h3';
}

export const PLAIN_LOOK: ItemLook = { selected: false, Heading: 'h2' };
