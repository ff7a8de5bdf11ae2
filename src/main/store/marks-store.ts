import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import type {
  AnnotationVersion,
  ArticleMarks,
  RemovedAnnotation,
} from '#shared/domain/anchored-marks.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Coded, Result } from '#shared/domain/result.ts';
import type { Change, UnreadCopy } from './change.ts';
import type { RefusalReason } from '../disk/file-system.ts';

export { type Change, removalOf } from './change.ts';

/** Why a change is not on the disk: the reader is told, and the text stays in the editor. */
export interface StoreError extends Coded {
  readonly code: 'store/not-saved';
  readonly params: { readonly reason: RefusalReason };
}

/** What was found at start or since, and put right or not; shown to the reader. */
export type StoreNotice =
  /** Articles whose marks came back from their second copy. */
  | { readonly code: 'store/recovered'; readonly params: { readonly count: number } }
  /** Damaged pieces that were put aside, and where. */
  | {
      readonly code: 'store/quarantined';
      readonly params: { readonly count: number; readonly folder: string };
    }
  /** Files that the disk did not give; nothing is written over them. */
  | { readonly code: 'store/read-failed'; readonly params: { readonly count: number } }
  /** Nothing can be saved: the folder refuses, or another process writes in it. */
  | { readonly code: 'store/read-only'; readonly params: { readonly reason: RefusalReason } }
  /** Articles (0: everything) that a newer version of the app wrote: shown as far as known, not changed. */
  | { readonly code: 'store/newer-version'; readonly params: { readonly count: number } }
  /** Highlights, bookmarks and changes that this version cannot read, as a newer one wrote them or a bound forbids them. */
  | { readonly code: 'store/newer-records'; readonly params: { readonly count: number } }
  | { readonly code: 'store/low-space'; readonly params: { readonly freeMb: number } };

/** Where the marks of each article are kept. Reading never fails: damage is put aside and noticed. */
export interface MarksStore {
  read(articleId: ArticleId): ArticleMarks;
  findAnnotation(articleId: ArticleId, id: AnnotationId): Annotation | undefined;
  /**
   * Makes changes to one article, all or none. Returns only after they are on the disk; the cost does
   * not grow with what is stored.
   */
  change(articleId: ArticleId, changes: readonly Change[]): Result<null, StoreError>;
  notices(): readonly StoreNotice[];
}

/** The marks of an article in a copy of the library. */
export interface MarksCopy extends ArticleMarks {
  /** What a newer version wrote, and this one does not know. */
  readonly unread?: UnreadCopy | null;
}

/** The store as a whole. */
export interface MarksWhole {
  /** Every article of which something is stored, whether or not it is still in the library. */
  articleIds(): readonly ArticleId[];
  /** Begins to put other marks in the place of those there are. */
  startReplacement(): Replacement;
  /** The file of an article of which nothing was stored was put there, or taken away: it is read again. */
  reread(articleId: ArticleId): void;
}

/** Other marks for many articles. What stood before stays in the history. */
export interface Replacement {
  /** Works out what turns the marks of an article into others; changes nothing. */
  put(articleId: ArticleId, to: MarksCopy): void;
  /** The same, a few records a step; nothing is put before the last step. */
  putInSteps(articleId: ArticleId, to: MarksCopy): Iterable<void>;
  /** Encodes what `commit` would write, a change a step, so that it holds the app for the write alone; changes nothing. */
  prepare(): Iterable<void>;
  /** Makes all the changes, or none: they are one write. What came since `put` and `prepare` is taken into account. */
  commit(): Result<null, StoreError>;
}

/** What the store still knows of earlier times. */
export interface MarksPast {
  /** Every known version of an annotation, oldest first; the last one stands. Reads every old change. */
  history(articleId: ArticleId, id: AnnotationId): readonly AnnotationVersion[];
  /** Annotations that were removed and are not back, the last one removed first. */
  removed(): readonly RemovedAnnotation[];
  /** Names of the dated copies of the whole store, oldest first. */
  backups(): readonly string[];
}
