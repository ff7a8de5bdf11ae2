import type { Input, Output } from '#shared/contract/contract.ts';
import type { AnchoredAnnotation, AnchoredBookmark } from '#shared/domain/anchored-marks.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { call } from './bridge.ts';

/** The calls that change marks and answer with what they have changed. */
type ChangingChannel = 'annotations/save' | 'annotations/pin' | 'marks/apply' | 'bookmarks/set';

/** What one call has changed among the marks of an article. */
export interface MarksChange {
  /** The number of the change; see `marksRevisionSchema`. */
  readonly revision: number;
  readonly annotations: readonly AnchoredAnnotation[];
  readonly bookmarks: readonly AnchoredBookmark[];
  readonly removedAnnotations: readonly AnnotationId[];
  /** Keys of bookmarks, from `bookmarkKey`. */
  readonly removedBookmarks: readonly string[];
}

/** Follows the changes that this window makes. */
export interface MarksFollower {
  /** Called when a change of an article's marks was sent to the main process. */
  begin(articleId: ArticleId): void;
  /**
   * Called when the call has ended; `change` is `null` when nothing was saved. The window continues when the promise
   * resolves, so that its next change begins with the result of this one.
   */
  end(articleId: ArticleId, change: MarksChange | null): Promise<void>;
}

const followers = new Set<MarksFollower>();

/** Tells a follower of every change from now on; returns the function that stops it. */
export function followOwnChanges(follower: MarksFollower): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}

/**
 * Changes marks in the main process, and passes the result to the followers.
 *
 * @throws BridgeError when the change is not on the disk
 */
export async function changeMarks<C extends ChangingChannel>(
  channel: C,
  input: Input<C> & { readonly articleId: ArticleId },
  describe: (answer: Output<C>) => MarksChange,
): Promise<Output<C>> {
  const { articleId } = input;
  let change: MarksChange | null = null;
  for (const follower of followers) follower.begin(articleId);
  try {
    const answer = await call(channel, input);
    change = describe(answer);
    return answer;
  } finally {
    await Promise.all([...followers].map((follower) => follower.end(articleId, change)));
  }
}
