import { type Coded, fail } from '#shared/domain/result.ts';
import type { RefusalReason } from '../disk/file-system.ts';

/** Why an article cannot be shown. */
export type NotShown =
  | { readonly code: 'library/not-found' }
  /**
   * The article's bytes were cut or changed. `reason` tells why it could not be converted again, and is empty while that
   * is being tried.
   */
  | { readonly code: 'library/damaged'; readonly params: { readonly reason: string } }
  /** A newer version wrote the article, so that it cannot be shown or cannot be changed. */
  | { readonly code: 'library/newer-version' }
  /** The disk cannot read the article now. */
  | { readonly code: 'library/unreadable' };

/** The change was not saved; the earlier state is still on the disk. */
export interface NotSaved extends Coded {
  readonly code: 'library/not-saved';
  readonly params: { readonly reason: RefusalReason };
}

export type OwnArticleError = NotShown | NotSaved;

export const notSaved = (reason: RefusalReason) =>
  fail<NotSaved>({ code: 'library/not-saved', params: { reason } });

/**
 * Nothing was removed for good, because an article that cannot be read now may need the same original. The title, or
 * the id when the title is unreadable too, identifies that article.
 */
export interface InDoubt extends Coded {
  readonly code: 'library/in-doubt';
  readonly params: { readonly title: string };
}
