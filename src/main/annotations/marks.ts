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
import type { MarksStore, StoreError } from '../store/marks-store.ts';

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
  function commit(articleId: ArticleId, marks: ArticleMarks): Result<null, StoreError> {
    const written = store.write(articleId, marks);
    if (written.ok) onChange(articleId);
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
      const marks = store.read(draft.articleId);
      const before = marks.annotations.find((annotation) => annotation.id === draft.id);
      const updatedAt = now().toISOString();
      const annotation: Annotation = {
        ...draft,
        contentHash: article.value.contentHash,
        quote: describeSpan(text, draft.span),
        createdAt: before?.createdAt ?? updatedAt,
        updatedAt,
      };
      const others = marks.annotations.filter(({ id }) => id !== draft.id);
      const saved = commit(draft.articleId, {
        ...marks,
        annotations: [...others, annotation].sort(byPlace),
      });
      return saved.ok ? succeed(annotation) : saved;
    },

    removeAnnotation(articleId, id) {
      const marks = store.read(articleId);
      const annotations = marks.annotations.filter((annotation) => annotation.id !== id);
      if (annotations.length === marks.annotations.length) return succeed(null);
      return commit(articleId, { ...marks, annotations });
    },

    setBookmark(articleId, blockId, present) {
      const article = library.get(articleId);
      if (!article.ok) return article;
      if (!article.value.blocks.some(({ id }) => id === blockId))
        return fail({ code: 'bookmark/no-such-block' });
      const marks = store.read(articleId);
      const others = marks.bookmarks.filter((bookmark) => bookmark.blockId !== blockId);
      const bookmarks = present ? [...others, { blockId, createdAt: now().toISOString() }] : others;
      return commit(articleId, { ...marks, bookmarks });
    },

    saveReading(articleId, { offset, progress }) {
      const article = library.get(articleId);
      if (!article.ok) return article;
      const marks = store.read(articleId);
      const reading = {
        offset,
        progress: Math.max(progress, marks.reading?.progress ?? 0),
        openedAt: now().toISOString(),
      };
      return commit(articleId, { ...marks, reading });
    },
  };
}

const byPlace = (a: Annotation, b: Annotation): number =>
  a.span.start - b.span.start || a.span.end - b.span.end;

function summarizeMarks(articleId: ArticleId, marks: ArticleMarks): MarksSummary {
  return {
    articleId,
    highlights: marks.annotations.length,
    notes: marks.annotations.filter(({ note }) => note.trim() !== '').length,
    bookmarks: marks.bookmarks.length,
    reading: marks.reading,
  };
}
