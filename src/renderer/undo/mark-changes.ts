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

/** Most JSON of the records in one call, UTF-16 units, well below what a call may contain. */
const PORTION_UTF16 = 400_000;

/** The records of one article that a change concerns, before and after it. */
interface Touched {
  readonly articleId: ArticleId;
  readonly before: readonly Annotation[];
  readonly after: readonly Annotation[];
  readonly bookmarksBefore?: readonly Bookmark[];
  readonly bookmarksAfter?: readonly Bookmark[];
}

/** The names of a change for undo and for the reader. */
export interface ChangeName {
  /**
   * The name for undo. Its message gets the number of highlights and bookmarks as `n`, and the title of the article is
   * added when all are in one.
   */
  readonly label: MessageKey;
  /** Further parameters of the label. */
  readonly params?: MessageParams;
  /** A message with a button that undoes the change; without it no message is shown. */
  readonly toast?: string;
  /** Consecutive saves with the same key are undone together. */
  readonly key?: string;
}

const NO_CHANGE: Omit<MarksChange, 'revision'> = {
  annotations: [],
  bookmarks: [],
  removedAnnotations: [],
  removedBookmarks: [],
};

/** Saves a new or changed highlight, and removes those that it absorbs. Resolves when it is on the disk. */
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

/** Pins a highlight to a span of the present text. */
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

/** Replaces records in any articles by others, such as with other meanings, tags or versions. */
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
      // The part that is already on the disk can be undone, whatever failed after it.
      if (done > 0) recordStep(touched.slice(0, done), name);
      throw error;
    }
  }
  recordStep(touched, name);
}

/** Removes highlights with their notes; their records stay in the history. */
export const removeHighlights = (records: readonly Annotation[], name: ChangeName): Promise<void> =>
  replaceHighlights(records, [], name);

/** Adds a bookmark to a block, or removes those of the block. */
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
  // Nothing has changed, so there is nothing to undo.
  if (removed.length + added.length === 0) return;
  const bookmarks = { bookmarksBefore: removed, bookmarksAfter: added.map(bookmarkRecordOf) };
  recordStep([{ articleId: which.articleId, before: [], after: [], ...bookmarks }], name);
}

/** Removes a bookmark without an anchor. */
export async function removeBookmark(
  articleId: ArticleId,
  bookmark: Bookmark,
  name: ChangeName,
): Promise<void> {
  const touched = { articleId, before: [], after: [], bookmarksBefore: [bookmark] };
  await put(touched, 'after');
  recordStep([touched], name);
}

/** Records an import of marks, which is on the disk, as a step of undo, and shows a message. */
export function recordImported(changed: readonly Touched[]): void {
  const n = countOf(changed);
  const toast = translate('exchange.imported', { n });
  if (n > 0) recordStep(changed, { label: 'undo.importMarks', toast });
}

/** Gives a bookmark a name; an empty one shows the first words of its paragraph again. */
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

/** Records a change that is on the disk as a step of undo. */
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

/** Returns what a change of marks concerns. Its span is the present or last span of the first record. */
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

/** Returns how many marks a change concerns; a highlight before and after it counts once. */
const countOf = (touched: readonly Touched[]): number =>
  touched.reduce((sum, { before, after, bookmarksBefore = [], bookmarksAfter = [] }) => {
    const highlights = Math.max(before.length, after.length);
    return sum + highlights + Math.max(bookmarksBefore.length, bookmarksAfter.length);
  }, 0);

async function putAll(touched: readonly Touched[], side: 'before' | 'after'): Promise<void> {
  // Putting a record twice has the effect of once, so a step that failed in the middle is repeated completely.
  for (const each of touched) await put(each, side);
}

/** Stores one side of a change: all or nothing, unless it is so large that it needs several calls. */
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

/** Splits records into parts that fit into one call. */
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
