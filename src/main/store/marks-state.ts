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
import { isObject } from '#shared/domain/is-object.ts';
import type { JournalRecord } from './journal-line.ts';
import { type Carried, carriedKey } from './carried.ts';
import { addUnread } from './unread-copy.ts';

/** Records of a file that this version cannot read; they are kept and written back unchanged. */
export interface UnreadRecords {
  readonly annotations: readonly unknown[];
  readonly bookmarks: readonly unknown[];
  /** Fields of the body that this version does not know. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** `{sequence, change}` of changes of unknown kinds, which a version that knows them will apply. */
  readonly changes: readonly unknown[];
}

export const NOTHING_UNREAD: UnreadRecords = {
  annotations: [],
  bookmarks: [],
  fields: {},
  changes: [],
};

/** The marks of one article in memory. The cost of a change does not depend on how many there are. */
export interface MarksState {
  readonly annotations: Map<AnnotationId, Annotation>;
  /** Keyed by `bookmarkKey`. */
  readonly bookmarks: Map<string, Bookmark>;
  reading: Reading | null;
  shelf: Shelf | null;
  /** Sequence number of the newest change in the state; 0 before any change. */
  revision: number;
  unread: UnreadRecords;
  /** Keyed by `carriedKey`. */
  readonly carried: Map<string, Carried>;
}

export function createMarksState(
  marks: ArticleMarks,
  revision: number,
  unread: UnreadRecords,
  carried: ReadonlyMap<string, Carried> = new Map(),
): MarksState {
  return {
    annotations: new Map(marks.annotations.map((annotation) => [annotation.id, annotation])),
    bookmarks: new Map(marks.bookmarks.map((bookmark) => [bookmarkKey(bookmark), bookmark])),
    reading: marks.reading,
    shelf: marks.shelf,
    revision,
    unread,
    carried: new Map(carried),
  };
}

/** Applies a change to the state, unless the state already contains it or a newer one. */
export function applyChange(
  state: MarksState,
  { sequence, change, source }: Pick<JournalRecord, 'sequence' | 'change' | 'source'>,
): void {
  if (sequence <= state.revision) return;
  state.revision = sequence;
  const raw = isObject(source?.['change']) ? source['change'] : {};
  const carry = (key: string, field: string, seen: unknown): void => {
    if (field in raw) state.carried.set(key, { raw: raw[field], seen });
  };
  switch (change.kind) {
    case 'put-annotation':
      dropUnread(state, change.annotation.id);
      state.annotations.set(change.annotation.id, change.annotation);
      carry(carriedKey.annotation(change.annotation.id), 'annotation', change.annotation);
      return;
    case 'remove-annotation':
      dropUnread(state, change.id);
      state.annotations.delete(change.id);
      state.carried.delete(carriedKey.annotation(change.id));
      return;
    case 'foreign-annotation':
      dropUnread(state, change.id);
      state.annotations.delete(change.id);
      state.carried.delete(carriedKey.annotation(change.id));
      state.unread = {
        ...state.unread,
        annotations: [...state.unread.annotations, change.annotation],
      };
      return;
    case 'foreign': {
      const changes = [...state.unread.changes, { sequence, change: change.change }];
      state.unread = { ...state.unread, changes };
      return;
    }
    case 'put-bookmark':
      // Setting a bookmark again moves it to the end, because its time is new.
      state.bookmarks.delete(bookmarkKey(change.bookmark));
      state.bookmarks.set(bookmarkKey(change.bookmark), change.bookmark);
      carry(carriedKey.bookmark(change.bookmark), 'bookmark', change.bookmark);
      return;
    case 'remove-bookmark':
      state.bookmarks.delete(bookmarkKey(change));
      return;
    case 'put-reading':
      state.reading = change.reading;
      carry(carriedKey.reading, 'reading', change.reading);
      return;
    case 'put-shelf':
      state.shelf = change.shelf;
      carry(carriedKey.shelf, 'shelf', change.shelf);
      return;
    case 'put-unread':
      addUnread(state, change.unread);
      return;
    default:
      assertNever(change);
  }
}

function dropUnread(state: MarksState, id: AnnotationId): void {
  const { annotations } = state.unread;
  const kept = annotations.filter((each) => !isObject(each) || each['id'] !== id);
  if (kept.length < annotations.length) state.unread = { ...state.unread, annotations: kept };
}

/** Returns how many records of newer versions the reader does not see. */
export function countUnread({ unread }: MarksState): number {
  return unread.annotations.length + unread.bookmarks.length + unread.changes.length;
}

/** Returns what the reader sees, with annotations in the order of the text. */
export function toMarks(state: MarksState): ArticleMarks {
  return {
    annotations: [...state.annotations.values()].toSorted(byPlace),
    bookmarks: [...state.bookmarks.values()],
    reading: state.reading,
    shelf: state.shelf,
  };
}

const byPlace = (a: Annotation, b: Annotation): number =>
  a.span.start - b.span.start || a.span.end - b.span.end;
