import type {
  Annotation,
  AnnotationId,
  NoteDraft,
  RecordChange,
} from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Result } from '#shared/domain/result.ts';

/** The texts of notes in open editors, kept in the main process so that they survive the window. */
export interface Drafts {
  /** Called for every change of an editor's text; `null` when the note was saved or discarded. */
  keep(which: Omit<NoteDraft, 'text'>, text: string | null): void;
  list(): readonly NoteDraft[];
  /** Saves what a crashed window left behind. Drafts that the disk refuses are kept for the next window. */
  saveAll(): void;
}

interface DraftTarget {
  readonly find: (articleId: ArticleId, id: AnnotationId) => Annotation | undefined;
  readonly save: (change: RecordChange) => Result<unknown>;
  readonly now: () => Date;
}

/** Keeps drafts in memory. There are only a few, because each belongs to an open editor. */
export function createDrafts({ find, save, now }: DraftTarget): Drafts {
  const drafts = new Map<AnnotationId, NoteDraft>();

  function write({ articleId, id, text: note }: NoteDraft): boolean {
    const annotation = find(articleId, id);
    // The highlight is not saved yet, or was removed.
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
