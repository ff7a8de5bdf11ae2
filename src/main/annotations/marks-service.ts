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
import type { AnchorFinder } from '../anchoring/finder.ts';
import { applyAndPlace, applyRecords } from './apply-records.ts';
import { setBookmark } from './bookmarks.ts';
import { type PlaceChosen, pinAnnotation, removeAnnotation, saveAnnotation } from './highlights.ts';
import type { MarksError, MarksParts } from './marks-parts.ts';
import { createMarkAnchors } from './mark-anchors.ts';
import {
  type AnnotationRef,
  anchorMatches,
  listMarks,
  lookForMarks,
  marksOf,
  readingOf,
  summarizeAll,
} from './read-marks.ts';
import { type ReadingPosition, putShelf, saveReading } from './reading.ts';

/** The reader's marks in the articles: highlights, notes, bookmarks and reading positions. */
export interface MarksService {
  /** Returns the marks of an article with their anchors in the present text. Stored records are not changed. */
  get(articleId: ArticleId): Promise<MarksAtRevision>;
  /**
   * Searches for the anchors of all marks of an article, because `reading`, `saveAnnotation` and `setBookmark` use only
   * those that are known.
   */
  lookFor(articleId: ArticleId): Promise<void>;
  /** Returns the reading position with its `offset` in the present text; `null` before the first reading. */
  reading(articleId: ArticleId): Reading | null;
  /** Returns the summaries of all articles that have marks, a reading position or a place on the reading list. */
  summaries(): Promise<readonly MarksSummary[]>;
  /** Returns the highlights and bookmarks of all articles that have any, in the order of the library. */
  list(): Promise<readonly AnnotationsOfArticle[]>;
  /**
   * Returns the highlights that a search found, each with its anchor in the present text, in no promised order. It
   * leaves out those that are no longer stored, and those after the first 50 articles.
   */
  anchorMatches(matches: readonly AnnotationRef[]): Promise<AnchoredAnnotation[]>;
  /**
   * Saves a new or changed highlight. A highlight whose anchor is uncertain keeps its stored place until the reader
   * moves or confirms it.
   */
  saveAnnotation(draft: AnnotationDraft): Result<SavedAnnotation, MarksError>;
  removeAnnotation(articleId: ArticleId, id: AnnotationId): Result<null, MarksError>;
  /** Gives a highlight the span that the reader chose in the present text. */
  pinAnnotation(which: PlaceChosen): Result<SavedAnnotation, MarksError>;
  /** Writes records exactly as given and removes others, in one step. */
  apply(change: RecordChange): Result<null, MarksError>;
  /** Does the same as `apply`, and returns the anchors of the records that were written. */
  applyAndPlace(change: RecordChange): Promise<Result<MarksAtRevision, MarksError>>;
  setBookmark(
    articleId: ArticleId,
    blockId: string,
    present: boolean,
  ): Result<BookmarksChanged, MarksError>;
  saveReading(articleId: ArticleId, position: ReadingPosition): Result<null, MarksError>;
  /**
   * Adds an article to the reading list or the read articles, or removes it. A missing field keeps its stored value, so
   * that two changes in a row never undo each other. Returns the record from before.
   */
  putShelf(articleId: ArticleId, change: ShelfChange): Result<Shelf, MarksError>;
}

interface Options extends Omit<MarksParts, 'anchors'> {
  readonly finder: AnchorFinder;
}

export function createMarksService({ finder, ...given }: Options): MarksService {
  const parts: MarksParts = { ...given, anchors: createMarkAnchors(finder) };
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
    saveReading: (articleId, position) => saveReading(parts, articleId, position),
    putShelf: (articleId, change) => putShelf(parts, articleId, change),
  };
}
