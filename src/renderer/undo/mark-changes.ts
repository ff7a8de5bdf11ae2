import { type MarksChange, changeMarks } from '#renderer/bridge/change-marks.ts';
import { bookmarkRecordOf, recordOf } from '#renderer/bridge/reader-marks.ts';
import type { Input } from '#shared/contract/contract.ts';
import type {
  Annotation,
  AnnotationDraft,
  AnnotationId,
  Bookmark,
  RecordChange,
} from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';
import type { Span } from '#shared/domain/span.ts';
import { type MessageKey, type MessageParams, translate } from '#shared/i18n/translate.ts';
import { newestRecord, rememberRecords } from './newest-records.ts';
import type { MarksTarget } from './undo-target.ts';
import { recordUndo } from './undo.ts';

/** JSON of the records in one call, UTF-16 units: well below what a call may carry. */
const PORTION_UTF16 = 400_000;

/** The records of one article that a change touched, as they were and as they are. */
interface Touched {
  readonly articleId: ArticleId;
  readonly before: readonly Annotation[];
  readonly after: readonly Annotation[];
  readonly bookmarksBefore?: readonly Bookmark[];
  readonly bookmarksAfter?: readonly Bookmark[];
}

/** How a change is named, and told. */
export interface ChangeName {
  /**
   * What undo calls it; the message gets the number of highlights and bookmarks as `n`. The title of the article is
   * added when all are in one.
   */
  readonly label: MessageKey;
  /** What else the label needs. */
  readonly params?: MessageParams;
  /** Shown with a button that takes it back; without it the change is not told. */
  readonly toast?: string;
  /** Saves in a row with the same key are taken back together. */
  readonly key?: string;
}

const NO_CHANGE: Omit<MarksChange, 'revision'> = {
  annotations: [],
  bookmarks: [],
  removedAnnotations: [],
  removedBookmarks: [],
};

/** Saves a highlight, new or changed, and what it absorbs. Resolves when it is on the disk. */
export async function saveHighlight(
  draft: AnnotationDraft,
  before: readonly Annotation[],
  name: ChangeName,
): Promise<Annotation> {
  const known = before.map(newestRecord);
  const { absorbs: removedAnnotations = [] } = draft;
  const saved = await changeMarks('annotations/save', draft, ({ annotation, revision }) => ({
    ...NO_CHANGE,
    revision,
    annotations: [annotation],
    removedAnnotations,
  }));
  const after = recordOf(saved.annotation);
  recordStep([{ articleId: after.articleId, before: known, after: [after] }], name);
  return after;
}

/** Says where a highlight belongs in the present text. */
export async function pinHighlight(
  record: Annotation,
  span: Span,
  name: ChangeName,
): Promise<void> {
  const { id, articleId } = record;
  const before = [newestRecord(record)];
  const pinned = await changeMarks(
    'annotations/pin',
    { articleId, id, span },
    ({ annotation, revision }) => ({ ...NO_CHANGE, revision, annotations: [annotation] }),
  );
  const after = [recordOf(pinned.annotation)];
  recordStep([{ articleId, before, after }], name);
}

/** Puts records in the place of others, in any articles: recolours, tags, goes back to a version. */
export async function replaceHighlights(
  before: readonly Annotation[],
  after: readonly Annotation[],
  name: ChangeName,
): Promise<void> {
  const touched = byArticle(before.map(newestRecord), after);
  for (const [done, each] of touched.entries()) {
    try {
      await put(each, 'after');
    } catch (error) {
      // What is on the disk already can be taken back, whatever came after it.
      if (done > 0) recordStep(touched.slice(0, done), name);
      throw error;
    }
  }
  recordStep(touched, name);
}

/** Removes highlights with their notes; their records stay in the history. */
export const removeHighlights = (records: readonly Annotation[], name: ChangeName): Promise<void> =>
  replaceHighlights(records, [], name);

/** Puts a bookmark on a block, or takes those away that are on it. */
export async function setBookmark(
  which: Input<'bookmarks/set'> & { readonly articleId: ArticleId },
  name: ChangeName,
): Promise<void> {
  const { removed, added } = await changeMarks('bookmarks/set', which, (answer) => ({
    ...NO_CHANGE,
    revision: answer.revision,
    bookmarks: answer.added,
    removedBookmarks: answer.removed.map(bookmarkKey),
  }));
  // It was so already: there is nothing to take back.
  if (removed.length + added.length === 0) return;
  const bookmarks = { bookmarksBefore: removed, bookmarksAfter: added.map(bookmarkRecordOf) };
  recordStep([{ articleId: which.articleId, before: [], after: [], ...bookmarks }], name);
}

/** Removes a bookmark that has no place any more. */
export async function removeBookmark(
  articleId: ArticleId,
  bookmark: Bookmark,
  name: ChangeName,
): Promise<void> {
  const touched = { articleId, before: [], after: [], bookmarksBefore: [bookmark] };
  await put(touched, 'after');
  recordStep([touched], name);
}

/** Puts an import of marks that is on the disk on the stack of undo, and tells of it. */
export function recordImported(changed: readonly Touched[]): void {
  const n = countOf(changed);
  const toast = translate('exchange.imported', { n });
  if (n > 0) recordStep(changed, { label: 'undo.importMarks', toast });
}

/** Gives a bookmark a name; an empty one gives it the first words of its paragraph again. */
export async function renameBookmark(
  articleId: ArticleId,
  bookmark: Bookmark,
  to: string,
): Promise<void> {
  const { name: _former, ...unnamed } = bookmark;
  const renamed = to === '' ? unnamed : { ...unnamed, name: to };
  const touched = {
    articleId,
    before: [],
    after: [],
    bookmarksBefore: [bookmark],
    bookmarksAfter: [renamed],
  };
  await put(touched, 'after');
  recordStep([touched], { label: 'undo.renameBookmark' });
}

/** Puts a change that is on the disk on the stack of undo. */
function recordStep(touched: readonly Touched[], { label, params, toast, key }: ChangeName): void {
  for (const { after } of touched) rememberRecords(after);
  const step = {
    label: translate(label, { n: countOf(touched), ...params }),
    target: targetOf(touched),
    undo: () => putAll(touched, 'before'),
    redo: () => putAll(touched, 'after'),
    ...(key !== undefined && { key }),
  };
  recordUndo(step, toast === undefined ? {} : { toast });
}

/** Where a change of marks is seen: the span is that of the first record, as it is now or was last. */
function targetOf(touched: readonly Touched[]): MarksTarget {
  const records = touched.flatMap(({ before, after }) => [...after, ...before]);
  const bookmarks = touched.flatMap(({ bookmarksBefore = [], bookmarksAfter = [] }) => [
    ...bookmarksAfter,
    ...bookmarksBefore,
  ]);
  return {
    kind: 'marks',
    articleIds: touched.map(({ articleId }) => articleId),
    annotationIds: [...new Set(records.map(({ id }) => id))],
    span: records[0]?.span ?? bookmarks[0]?.place?.span ?? null,
  };
}

/** How many marks a change is about: a highlight before and after it is one. */
const countOf = (touched: readonly Touched[]): number =>
  touched.reduce((sum, { before, after, bookmarksBefore = [], bookmarksAfter = [] }) => {
    const highlights = Math.max(before.length, after.length);
    return sum + highlights + Math.max(bookmarksBefore.length, bookmarksAfter.length);
  }, 0);

async function putAll(touched: readonly Touched[], side: 'before' | 'after'): Promise<void> {
  // Putting a record twice is putting it once: a step that failed half-way is tried again whole.
  for (const each of touched) await put(each, side);
}

/** Makes one side of a change the present one: all or none of it, unless it is so large that it must go in portions. */
async function put(touched: Touched, side: 'before' | 'after'): Promise<void> {
  const { articleId } = touched;
  const [to, from] =
    side === 'before' ? [touched.before, touched.after] : [touched.after, touched.before];
  const bookmarks = [touched.bookmarksBefore ?? [], touched.bookmarksAfter ?? []] as const;
  const [bookmarksTo, bookmarksFrom] = side === 'before' ? bookmarks : bookmarks.toReversed();
  const [first = [], ...more] = inPortions(to);
  const none = { removedAnnotations: [], bookmarks: [], removedBookmarks: [] };
  await apply({
    articleId,
    annotations: first,
    removedAnnotations: idsWithout(from, to),
    bookmarks: [...(bookmarksTo ?? [])],
    removedBookmarks: (bookmarksFrom ?? []).map(bookmarkKey),
  });
  for (const annotations of more) await apply({ articleId, annotations, ...none });
  rememberRecords(to);
}

async function apply(change: RecordChange): Promise<void> {
  const { removedAnnotations, removedBookmarks } = change;
  await changeMarks('marks/apply', change, (put) => ({
    ...put,
    removedAnnotations,
    removedBookmarks,
  }));
}

/** Records that fit into one call. */
function inPortions(records: readonly Annotation[]): Annotation[][] {
  const portions: Annotation[][] = [];
  let free = 0;
  for (const record of records) {
    const size = JSON.stringify(record).length;
    if (size > free) {
      portions.push([]);
      free = PORTION_UTF16;
    }
    portions.at(-1)?.push(record);
    free -= size;
  }
  return portions;
}

function idsWithout(records: readonly Annotation[], kept: readonly Annotation[]): AnnotationId[] {
  const ids = new Set(kept.map(({ id }) => id));
  return records.map(({ id }) => id).filter((id) => !ids.has(id));
}

function byArticle(before: readonly Annotation[], after: readonly Annotation[]): Touched[] {
  const ids = new Set([...before, ...after].map(({ articleId }) => articleId));
  const within = (records: readonly Annotation[], articleId: ArticleId) =>
    records.filter((record) => record.articleId === articleId);
  return [...ids].map((articleId) => ({
    articleId,
    before: within(before, articleId),
    after: within(after, articleId),
  }));
}
