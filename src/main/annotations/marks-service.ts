import type {
  AnchoredAnnotation,
  AnnotationsOfArticle,
  BookmarksChanged,
  MarksAtRevision,
  MarksSummary,
  SavedAnnotation,
} from '#shared/domain/anchored-marks.ts';
import type {
  AnnotationDraft,
  AnnotationId,
  Reading,
  RecordChange,
  Shelf,
  ShelfChange,
} from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Result } from '#shared/domain/result.ts';
import type { PlaceFinder } from '../placing/finder.ts';
import { applyAndPlace, applyRecords } from './apply-records.ts';
import { setBookmark } from './bookmarks.ts';
import { type PlaceChosen, pinAnnotation, removeAnnotation, saveAnnotation } from './highlights.ts';
import type { MarksError, MarksParts } from './marks-parts.ts';
import { createPlacer } from './place-marks.ts';
import {
  type AnnotationRef,
  anchorMatches,
  listMarks,
  lookForMarks,
  marksOf,
  readingOf,
  summarizeAll,
} from './read-marks.ts';
import { type ReadingPlace, putShelf, saveReading } from './reading.ts';

/** What the reader makes in the articles: highlights, notes, bookmarks and the reading place. */
export interface MarksService {
  /** With the places in the text as it is now; nothing that is kept is changed by looking. */
  get(articleId: ArticleId): Promise<MarksAtRevision>;
  /**
   * Looks for all places of an article, so that what is asked and changed next knows them: `reading`, `saveAnnotation`
   * and `setBookmark` do not wait for a search.
   */
  lookFor(articleId: ArticleId): Promise<void>;
  /** Where the reader is, with the `offset` in the text as it is now; `null` before the first reading. */
  reading(articleId: ArticleId): Reading | null;
  /** Of the articles in which anything was done. */
  summaries(): Promise<readonly MarksSummary[]>;
  /** All annotations and bookmarks of all articles that have any, in the order of the library. */
  list(): Promise<readonly AnnotationsOfArticle[]>;
  /**
   * The highlights that a search found, each with its anchor in the present text, in no promised order. Only those of the
   * first `MAX_ANCHORED_ARTICLES` articles are answered, and only those that are still stored.
   */
  anchorMatches(matches: readonly AnnotationRef[]): Promise<AnchoredAnnotation[]>;
  /**
   * Saves a highlight, new or changed. One whose place is uncertain keeps what it remembers of the original
   * until the reader moves or confirms it.
   */
  saveAnnotation(draft: AnnotationDraft): Result<SavedAnnotation, MarksError>;
  removeAnnotation(articleId: ArticleId, id: AnnotationId): Result<null, MarksError>;
  /** The reader says where a highlight belongs in the present text. */
  pinAnnotation(which: PlaceChosen): Result<SavedAnnotation, MarksError>;
  /** Puts records as they are, and takes others away, in one step. */
  apply(change: RecordChange): Result<null, MarksError>;
  /** Does the same as `apply`, then answers where the records that were put stand in the present text. */
  applyAndPlace(change: RecordChange): Promise<Result<MarksAtRevision, MarksError>>;
  setBookmark(
    articleId: ArticleId,
    blockId: string,
    present: boolean,
  ): Result<BookmarksChanged, MarksError>;
  saveReading(articleId: ArticleId, place: ReadingPlace): Result<null, MarksError>;
  /**
   * Puts an article among the saved or finished ones, or takes it out, on top of what is stored: two changes in a
   * row never undo each other. Answers what stood there before.
   */
  putShelf(articleId: ArticleId, change: ShelfChange): Result<Shelf, MarksError>;
}

interface Options extends Omit<MarksParts, 'placer'> {
  readonly finder: PlaceFinder;
}

export function createMarksService({ finder, ...given }: Options): MarksService {
  const parts: MarksParts = { ...given, placer: createPlacer(finder) };
  return {
    get: (articleId) => marksOf(parts, articleId),
    lookFor: (articleId) => lookForMarks(parts, articleId),
    reading: (articleId) => readingOf(parts, articleId),
    list: () => listMarks(parts),
    anchorMatches: (matches) => anchorMatches(parts, matches),
    summaries: () => summarizeAll(parts),
    saveAnnotation: (draft) => saveAnnotation(parts, draft),
    removeAnnotation: (articleId, id) => removeAnnotation(parts, articleId, id),
    pinAnnotation: (chosen) => pinAnnotation(parts, chosen),
    apply: (change) => applyRecords(parts, change),
    applyAndPlace: (change) => applyAndPlace(parts, change),
    setBookmark: (articleId, blockId, present) => setBookmark(parts, articleId, blockId, present),
    saveReading: (articleId, place) => saveReading(parts, articleId, place),
    putShelf: (articleId, change) => putShelf(parts, articleId, change),
  };
}
