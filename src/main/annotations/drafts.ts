import type {
  Annotation,
  AnnotationId,
  NoteDraft,
  RecordChange,
} from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Result } from '#shared/domain/result.ts';

/** The notes that are being written, kept outside the window so that they outlive it. */
export interface Drafts {
  /** Every change of an editor's text; `null` when it is on the disk or given up. */
  keep(which: Omit<NoteDraft, 'text'>, text: string | null): void;
  list(): readonly NoteDraft[];
  /** Saves what a window that is gone has left behind. What the disk refuses is kept for the next window. */
  saveAll(): void;
}

interface DraftTarget {
  readonly find: (articleId: ArticleId, id: AnnotationId) => Annotation | undefined;
  readonly save: (change: RecordChange) => Result<unknown>;
  readonly now: () => Date;
}

/** Holds drafts in memory; a handful at most, for an editor is open only where the reader writes. */
export function createDrafts({ find, save, now }: DraftTarget): Drafts {
  const drafts = new Map<AnnotationId, NoteDraft>();

  function write({ articleId, id, text: note }: NoteDraft): boolean {
    const annotation = find(articleId, id);
    // Its highlight is still on its way to the disk, or was removed.
    if (!annotation) return false;
    const updatedAt = now().toISOString();
    return save({
      articleId,
      annotations: [{ ...annotation, note, updatedAt }],
      removedAnnotations: [],
      bookmarks: [],
      removedBookmarks: [],
    }).ok;
  }

  return {
    keep({ articleId, id }, text) {
      if (text === null) drafts.delete(id);
      else drafts.set(id, { articleId, id, text });
    },
    list: () => [...drafts.values()],
    saveAll() {
      for (const draft of drafts.values()) if (write(draft)) drafts.delete(draft.id);
    },
  };
}
