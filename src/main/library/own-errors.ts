import { type Coded, fail } from '#shared/domain/result.ts';
import type { RefusalReason } from '../store/file-system.ts';

/** Why an article cannot be shown. */
export type NotShown =
  | { readonly code: 'library/not-found' }
  /** Its bytes were cut or changed. Why it was not made again; empty while that is being tried. */
  | { readonly code: 'library/damaged'; readonly params: { readonly reason: string } }
  /** A newer version wrote it: it cannot be shown, or not be changed. */
  | { readonly code: 'library/newer-version' }
  /** The disk does not give it now. */
  | { readonly code: 'library/unreadable' };

/** The change is not on the disk; what stood before still does. */
export interface NotSaved extends Coded {
  readonly code: 'library/not-saved';
  readonly params: { readonly reason: RefusalReason };
}

export type OwnArticleError = NotShown | NotSaved;

export const notSaved = (reason: RefusalReason) =>
  fail<NotSaved>({ code: 'library/not-saved', params: { reason } });

/**
 * Nothing was removed for good: an article that cannot be read now may need the same original. Its title, or its id
 * when the title cannot be read either.
 */
export interface InDoubt extends Coded {
  readonly code: 'library/in-doubt';
  readonly params: { readonly title: string };
}
