import type { Bookmark } from './annotation.ts';

/** Identifies a bookmark within its article; bookmarks of the first version have no id, so their block's id serves. */
export const bookmarkKey = ({ id, blockId }: Pick<Bookmark, 'id' | 'blockId'>): string =>
  id ?? blockId;
