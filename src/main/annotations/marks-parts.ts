import type { ArticleId } from '#shared/domain/article.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Library, LibraryError } from '../library/library.ts';
import type { Change, MarksStore, StoreError } from '../store/marks-store.ts';
import type { MarkAnchors } from './mark-anchors.ts';

export type MarksError =
  | LibraryError
  | StoreError
  | { readonly code: 'annotation/outside-text' }
  | { readonly code: 'annotation/too-long'; readonly params: { readonly reason: 'too-long' } }
  | { readonly code: 'annotation/not-found' }
  | { readonly code: 'bookmark/no-such-block' };

/** What the functions of this room work with. */
export interface MarksParts {
  readonly library: Library;
  readonly store: MarksStore;
  readonly anchors: MarkAnchors;
  readonly now: () => Date;
  /** Returns a random UUID. */
  readonly newId: () => string;
  /** Called after a change of highlights or bookmarks is on the disk. */
  readonly onChange: (articleId: ArticleId) => void;
  /** The number of the last change that `onChange` was called for. */
  readonly revisionOf: (articleId: ArticleId) => number;
  /** Called after the reading position or the shelf is on the disk, which is every few seconds while somebody reads. */
  readonly onReading: (articleId: ArticleId) => void;
}

/** Writes changes to the disk, then announces them. */
export function commit(
  { store, onChange }: Pick<MarksParts, 'store' | 'onChange'>,
  articleId: ArticleId,
  changes: readonly Change[],
): Result<null, StoreError> {
  const written = store.change(articleId, changes);
  if (written.ok && changes.length > 0) onChange(articleId);
  return written;
}
