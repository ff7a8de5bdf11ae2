import { describeSpan } from '#shared/anchoring/describe.ts';
import type {
  Annotation,
  AnnotationDraft,
  AnnotationId,
  ArticleMarks,
  MarksSummary,
} from '#shared/domain/annotation.ts';
import { NO_MARKS } from '#shared/domain/defaults.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { Library, LibraryError } from '../library/library.ts';
import type { Change, MarksStore, StoreError } from '../store/marks-store.ts';

export type MarksError =
  | LibraryError
  | StoreError
  | { readonly code: 'annotation/outside-text' }
  | { readonly code: 'bookmark/no-such-block' };

/** What the reader makes in the articles: highlights, notes, bookmarks and the reading place. */
export interface Marks {
  get(articleId: ArticleId): ArticleMarks;
  summaries(): readonly MarksSummary[];
  saveAnnotation(draft: AnnotationDraft): Result<Annotation, MarksError>;
  removeAnnotation(articleId: ArticleId, id: AnnotationId): Result<null, MarksError>;
  setBookmark(articleId: ArticleId, blockId: string, present: boolean): Result<null, MarksError>;
  saveReading(
    articleId: ArticleId,
    place: { offset: number; progress: number },
  ): Result<null, MarksError>;
}

interface Parts {
  readonly library: Library;
  readonly store: MarksStore;
  readonly now: () => Date;
  /** Called after a change is on the disk. */
  readonly onChange: (articleId: ArticleId) => void;
}

export function createMarks({ library, store, now, onChange }: Parts): Marks {
  function commit(change: Change): Result<null, StoreError> {
    const written = store.change(change.articleId, [change]);
    if (written.ok) onChange(change.articleId);
    return written;
  }

  return {
    // An article of another version of the library may be gone; its marks are kept, not shown.
    get: (articleId) => (library.get(articleId).ok ? store.read(articleId) : NO_MARKS),
    summaries: () => library.list().map(({ id }) => summarizeMarks(id, store.read(id))),

    saveAnnotation(draft) {
      const article = library.get(draft.articleId);
      if (!article.ok) return article;
      const text = canonicalText(article.value.blocks);
      if (draft.span.end > text.length) return fail({ code: 'annotation/outside-text' });
      const before = store.findAnnotation(draft.articleId, draft.id);
      const updatedAt = now().toISOString();
      const annotation: Annotation = {
        ...draft,
        contentHash: article.value.contentHash,
        quote: describeSpan(text, draft.span),
        createdAt: before?.createdAt ?? updatedAt,
        updatedAt,
      };
      const saved = commit({
        kind: 'put-annotation',
        articleId: draft.articleId,
        at: updatedAt,
        annotation,
      });
      return saved.ok ? succeed(annotation) : saved;
    },

    removeAnnotation(articleId, id) {
      if (!store.findAnnotation(articleId, id)) return succeed(null);
      return commit({ kind: 'remove-annotation', articleId, at: now().toISOString(), id });
    },

    setBookmark(articleId, blockId, present) {
      const article = library.get(articleId);
      if (!article.ok) return article;
      if (!article.value.blocks.some(({ id }) => id === blockId))
        return fail({ code: 'bookmark/no-such-block' });
      const at = now().toISOString();
      if (!present) return commit({ kind: 'remove-bookmark', articleId, at, blockId });
      const bookmark = { blockId, createdAt: at };
      return commit({ kind: 'put-bookmark', articleId, at, bookmark });
    },

    saveReading(articleId, { offset, progress }) {
      const article = library.get(articleId);
      if (!article.ok) return article;
      const openedAt = now().toISOString();
      const furthest = Math.max(progress, store.read(articleId).reading?.progress ?? 0);
      const reading = { offset, progress: furthest, openedAt };
      return commit({ kind: 'put-reading', articleId, at: openedAt, reading });
    },
  };
}

function summarizeMarks(articleId: ArticleId, marks: ArticleMarks): MarksSummary {
  return {
    articleId,
    highlights: marks.annotations.length,
    notes: marks.annotations.filter(({ note }) => note.trim() !== '').length,
    bookmarks: marks.bookmarks.length,
    reading: marks.reading,
  };
}
