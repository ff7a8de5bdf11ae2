import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import type { ShelfActions } from './shelf.ts';

/** What can be done with every article of a list. The functions stay the same while the list is on the screen. */
export interface ListActions extends ShelfActions {
  /** Nothing can be saved in this run. */
  readonly readOnly: boolean;
  /** Only of the library's own page: the details and the removal of the reader's own articles. */
  readonly own?: {
    readonly onDetails: (article: ArticleSummary) => void;
    readonly onRemove: (article: ArticleSummary) => void;
  };
  /** Only of a list in which many can be chosen. */
  readonly selection?: {
    /** `one` adds or takes away; `to` chooses all from where one began. */
    readonly onSelect: (articleId: ArticleId, how: 'one' | 'to') => void;
    /** Asked at a click: a row that got the answer when it is drawn would be drawn again with every other one. */
    readonly isSelecting: () => boolean;
  };
}

/** How one item of a list stands, apart from what it is. */
export interface ItemLook {
  readonly selected: boolean;
  /** Level of its heading. */
  readonly Heading: 'h2' | 'h3';
}

export const PLAIN_LOOK: ItemLook = { selected: false, Heading: 'h2' };
