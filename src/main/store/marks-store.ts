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

/** Why a change is not on the disk. The reader is told, and the text stays in the editor. */
export interface StoreError extends Coded {
  readonly code: 'store/not-saved';
  readonly params: { readonly reason: RefusalReason };
}

/** What was found at start or later, repaired or not, and is shown to the reader. */
export type StoreNotice =
  /** Articles whose marks were restored from their second copy. */
  | { readonly code: 'store/recovered'; readonly params: { readonly count: number } }
  /** Damaged pieces that were moved to the quarantine, and its folder. */
  | {
      readonly code: 'store/quarantined';
      readonly params: { readonly count: number; readonly folder: string };
    }
  /** Files that the disk could not read; nothing is written over them. */
  | { readonly code: 'store/read-failed'; readonly params: { readonly count: number } }
  /** The folder of the articles' files, which the disk could not read; nothing in it is changed. */
  | { readonly code: 'store/folder-unread'; readonly params: { readonly folder: string } }
  /** The folder of the journal, of which the disk could not read all; nothing can be saved. */
  | { readonly code: 'store/journal-unread'; readonly params: { readonly folder: string } }
  /** Nothing can be saved, because the folder refuses writes or another process holds it. */
  | { readonly code: 'store/read-only'; readonly params: { readonly reason: RefusalReason } }
  /** How many articles (0: all) a newer version wrote. They are shown as far as known, and not changed. */
  | { readonly code: 'store/newer-version'; readonly params: { readonly count: number } }
  /** How many records this version cannot read, because a newer one wrote them or they exceed a limit. */
  | { readonly code: 'store/newer-records'; readonly params: { readonly count: number } }
  | { readonly code: 'store/low-space'; readonly params: { readonly freeMb: number } };

/** Stores the marks of each article. Reading never fails: damage goes to the quarantine, and a notice tells. */
export interface MarksStore {
  read(articleId: ArticleId): ArticleMarks;
  findAnnotation(articleId: ArticleId, id: AnnotationId): Annotation | undefined;
  /**
   * Makes all changes to one article, or none. It returns only after they are on the disk, and its cost does not grow
   * with the number of stored marks.
   */
  change(articleId: ArticleId, changes: readonly Change[]): Result<null, StoreError>;
  notices(): readonly StoreNotice[];
}

/** The marks of an article in a copy of the library. */
export interface MarksCopy extends ArticleMarks {
  /** What a newer version wrote and this one does not know. */
  readonly unread?: UnreadCopy | null;
}

/** Operations on the store as a whole. */
export interface MarksWhole {
  /** Returns every article of which something is stored, even if it has left the library. */
  articleIds(): readonly ArticleId[];
  /** Begins to replace the marks of articles by others. */
  startReplacement(): Replacement;
  /** Reads an article's file again, after the file of an article without stored marks was put or removed. */
  reread(articleId: ArticleId): void;
}

/** Replaces the marks of many articles. The replaced marks stay in the history. */
export interface Replacement {
  /** Computes the changes that turn the marks of an article into others; stores nothing. */
  put(articleId: ArticleId, to: MarksCopy): void;
  /** Does what `put` does, a few records per step. Nothing counts before the last step. */
  putInSteps(articleId: ArticleId, to: MarksCopy): Iterable<void>;
  /** Encodes what `commit` would write, one change per step, so that `commit` blocks the app only for the write. */
  prepare(): Iterable<void>;
  /** Makes all changes in one write, or none. Changes made since `put` and `prepare` are taken into account. */
  commit(): Result<null, StoreError>;
}

/** What the store knows of earlier states. */
export interface MarksPast {
  /** Returns every known version of an annotation, oldest first, up to the present. Reads every old change. */
  history(articleId: ArticleId, id: AnnotationId): readonly AnnotationVersion[];
  /** Returns the annotations that were removed and not restored, the last one removed first. */
  removed(): readonly RemovedAnnotation[];
  /** Returns the names of the dated copies of the whole store, oldest first. */
  backups(): readonly string[];
}
