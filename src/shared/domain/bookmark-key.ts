import type { Bookmark } from './annotation.ts';

/** What tells the bookmarks of one article apart; those of the first version have their block's id. */
export const bookmarkKey = ({ id, blockId }: Pick<Bookmark, 'id' | 'blockId'>): string =>
  id ?? blockId;
