import type {
  Annotation,
  AnnotationId,
  Bookmark,
  Reading,
  Shelf,
} from '#shared/domain/annotation.ts';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';
import { assertNever } from '#shared/domain/result.ts';
import type { Change } from './change.ts';

/** Records of a file that this version cannot read: kept aside, written back untouched. */
export interface UnreadRecords {
  readonly annotations: readonly unknown[];
  readonly bookmarks: readonly unknown[];
  /** Fields of the body that this version does not know. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export const NOTHING_UNREAD: UnreadRecords = { annotations: [], bookmarks: [], fields: {} };

/** The marks of one article in memory. A change costs the same however many there are. */
export interface ArticleState {
  readonly annotations: Map<AnnotationId, Annotation>;
  /** By `bookmarkKey`. */
  readonly bookmarks: Map<string, Bookmark>;
  reading: Reading | null;
  shelf: Shelf | null;
  /** Sequence number of the newest change in it; 0 when there was none. */
  revision: number;
  readonly unread: UnreadRecords;
}

export function createArticleState(
  marks: ArticleMarks,
  revision: number,
  unread: UnreadRecords,
): ArticleState {
  return {
    annotations: new Map(marks.annotations.map((annotation) => [annotation.id, annotation])),
    bookmarks: new Map(marks.bookmarks.map((bookmark) => [bookmarkKey(bookmark), bookmark])),
    reading: marks.reading,
    shelf: marks.shelf,
    revision,
    unread,
  };
}

/** Puts a change into the state, unless the state already holds it or something newer. */
export function applyChange(state: ArticleState, sequence: number, change: Change): void {
  if (sequence <= state.revision) return;
  state.revision = sequence;
  switch (change.kind) {
    case 'put-annotation':
      state.annotations.set(change.annotation.id, change.annotation);
      return;
    case 'remove-annotation':
      state.annotations.delete(change.id);
      return;
    case 'put-bookmark':
      // Setting a bookmark again moves it to the end, as its new time says.
      state.bookmarks.delete(bookmarkKey(change.bookmark));
      state.bookmarks.set(bookmarkKey(change.bookmark), change.bookmark);
      return;
    case 'remove-bookmark':
      state.bookmarks.delete(bookmarkKey(change));
      return;
    case 'put-reading':
      state.reading = change.reading;
      return;
    case 'put-shelf':
      state.shelf = change.shelf;
      return;
    default:
      assertNever(change);
  }
}

/** What the reader sees: annotations in the order of the text. */
export function toMarks(state: ArticleState): ArticleMarks {
  return {
    annotations: [...state.annotations.values()].toSorted(byPlace),
    bookmarks: [...state.bookmarks.values()],
    reading: state.reading,
    shelf: state.shelf,
  };
}

const byPlace = (a: Annotation, b: Annotation): number =>
  a.span.start - b.span.start || a.span.end - b.span.end;
