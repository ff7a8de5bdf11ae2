import { describeSpan } from '#shared/anchoring/describe.ts';
import { tidyTags } from '#shared/arabic/tags.ts';
import type {
  Anchor,
  AnchoredAnnotation,
  AnnotationsOfArticle,
  BookmarksChanged,
  MarksAtRevision,
  MarksSummary,
  SavedAnnotation,
} from '#shared/domain/anchored-marks.ts';
import type {
  Annotation,
  AnnotationDraft,
  AnnotationId,
  Reading,
  RecordChange,
  Shelf,
  ShelfChange,
  StoredPlace,
} from '#shared/domain/annotation.ts';
import { NO_MARKS, NO_SHELF } from '#shared/domain/defaults.ts';
import { MAX_QUOTE_UTF16 } from '#shared/domain/limits.ts';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import { addSeen } from '#shared/domain/seen-text.ts';
import type { Span } from '#shared/domain/span.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { Library, LibraryError } from '../library/library.ts';
import { type Change, type MarksStore, type StoreError, removalOf } from '../store/marks-store.ts';
import type { PlaceFinder } from '../placing/finder.ts';
import { createPace } from '../disk/turns.ts';
import { bookmarkChanges } from './bookmark-changes.ts';
import { describeBlock, describeReading } from './describe-place.ts';
import { createPlacer } from './place-marks.ts';
import { recordChanges, recordsOf } from './record-changes.ts';
import { hasMarks, summarizeMarks } from './summarize-marks.ts';

export type MarksError =
  | LibraryError
  | StoreError
  | { readonly code: 'annotation/outside-text' }
  | { readonly code: 'annotation/too-long'; readonly params: { readonly reason: 'too-long' } }
  | { readonly code: 'annotation/not-found' }
  | { readonly code: 'bookmark/no-such-block' };

/** What the reader makes in the articles: highlights, notes, bookmarks and the reading place. */
export interface Marks {
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
  saveReading(
    articleId: ArticleId,
    place: { offset: number; progress: number; seen?: readonly Span[] },
  ): Result<null, MarksError>;
  /**
   * Puts an article among the saved or finished ones, or takes it out, on top of what is stored: two changes in a
   * row never undo each other. Answers what stood there before.
   */
  putShelf(articleId: ArticleId, change: ShelfChange): Result<Shelf, MarksError>;
}

/** Names one highlight. */
export interface AnnotationRef {
  readonly articleId: ArticleId;
  readonly annotationId: AnnotationId;
}

/** A highlight and the span that it belongs to, in the present text. */
export interface PlaceChosen {
  readonly articleId: ArticleId;
  readonly id: AnnotationId;
  readonly span: Span;
}

/** Articles whose highlights are answered with one search, because each may have to be read from the disk. */
const MAX_ANCHORED_ARTICLES = 50;

/** The anchor of a highlight whose article cannot be read now. */
const NO_TEXT: Anchor = { confidence: 'orphan', reason: 'not-searched' };

/** The window says it by the reason, as it does for what the disk refuses. */
const TOO_LONG = { code: 'annotation/too-long', params: { reason: 'too-long' } } as const;

interface Parts {
  readonly library: Library;
  readonly store: MarksStore;
  readonly finder: PlaceFinder;
  readonly now: () => Date;
  /** A random UUID. */
  readonly newId: () => string;
  /** Called after a change of highlights or bookmarks is on the disk. */
  readonly onChange: (articleId: ArticleId) => void;
  /** The number of the last change that `onChange` was called for. */
  readonly revisionOf: (articleId: ArticleId) => number;
  /** Called after the reading place or the shelf is on the disk, which is every few seconds while one reads. */
  readonly onReading: (articleId: ArticleId) => void;
}

export function createMarks({
  library,
  store,
  finder,
  now,
  newId,
  onChange,
  revisionOf,
  onReading,
}: Parts): Marks {
  const placer = createPlacer(finder);

  function commit(
    articleId: ArticleId,
    changes: readonly Change[],
    tell = onChange,
  ): Result<null, StoreError> {
    const written = store.change(articleId, changes);
    if (written.ok && changes.length > 0) tell(articleId);
    return written;
  }

  function put(
    article: Article,
    annotation: Annotation,
    absorbed: readonly AnnotationId[] = [],
  ): Result<SavedAnnotation, StoreError> {
    const { articleId, updatedAt: at } = annotation;
    const saved = commit(articleId, [
      { kind: 'put-annotation', articleId, at, annotation },
      ...absorbed.flatMap((id) => {
        const gone = store.findAnnotation(articleId, id);
        return gone ? [removalOf(gone, at)] : [];
      }),
    ]);
    if (!saved.ok) return saved;
    return succeed({
      annotation: { ...annotation, anchor: placer.anchor(article, annotation) },
      revision: revisionOf(articleId),
    });
  }

  function describe(article: Article, span: Span): StoredPlace {
    const quote = describeSpan(placer.text(article), span);
    return { span, contentHash: article.contentHash, quote };
  }

  /** What the annotation remembers, when its place is not sure and the reader did not move it. */
  function keptPlace(article: Article, before: Annotation, asked: Span): StoredPlace | null {
    const anchor = placer.anchor(article, before);
    if (anchor.confidence === 'exact' || anchor.confidence === 'repaired') return null;
    const shown = anchor.confidence === 'orphan' ? before.span : anchor.span;
    if (shown.start !== asked.start || shown.end !== asked.end) return null;
    const { span, contentHash, quote } = before;
    return { span, contentHash, quote };
  }

  const apply = (change: RecordChange): Result<null, StoreError> =>
    commit(change.articleId, recordChanges(change, store, now().toISOString()));

  const isOutside = (article: Article, { end }: Span): boolean => end > placer.text(article).length;

  const isTooLong = ({ start, end }: Span): boolean => end - start > MAX_QUOTE_UTF16;

  return {
    async get(articleId) {
      const article = library.get(articleId);
      const revision = revisionOf(articleId);
      // An article of another version of the library may be gone; its marks are kept, not shown.
      if (!article.ok) return { annotations: [], bookmarks: [], revision };
      return { ...(await placer.place(article.value, store.read(articleId))), revision };
    },
    async lookFor(articleId) {
      const article = library.get(articleId);
      if (article.ok) await placer.lookFor(article.value, store.read(articleId));
    },
    reading(articleId) {
      const article = library.get(articleId);
      const { reading } = store.read(articleId);
      return article.ok && reading ? placer.reading(article.value, reading) : null;
    },
    async list() {
      const all: AnnotationsOfArticle[] = [];
      const pace = createPace();
      for (const { id } of library.list()) {
        await pace();
        const marks = store.read(id);
        const isMarked = marks.annotations.length + marks.bookmarks.length > 0;
        const article = isMarked ? library.get(id) : null;
        if (!article?.ok) continue;
        all.push({ articleId: id, ...(await placer.place(article.value, marks)) });
      }
      return all;
    },
    async anchorMatches(matches) {
      const all: AnchoredAnnotation[] = [];
      const pace = createPace();
      const found = new Set(matches.map(({ annotationId }) => annotationId));
      const articleIds = [...new Set(matches.map(({ articleId }) => articleId))];
      for (const articleId of articleIds.slice(0, MAX_ANCHORED_ARTICLES)) {
        await pace();
        const article = library.get(articleId);
        const annotations = store.read(articleId).annotations.filter(({ id }) => found.has(id));
        if (article.ok) {
          const placed = await placer.place(article.value, { ...NO_MARKS, annotations });
          all.push(...placed.annotations);
        } else all.push(...annotations.map((annotation) => ({ ...annotation, anchor: NO_TEXT })));
      }
      return all;
    },
    async summaries() {
      const all: MarksSummary[] = [];
      const pace = createPace();
      for (const { id } of library.list()) {
        const summary = summarizeMarks(id, store.read(id));
        if (hasMarks(summary)) all.push(summary);
        await pace();
      }
      return all;
    },

    saveAnnotation({ absorbs, tags, ...draft }) {
      const article = library.get(draft.articleId);
      if (!article.ok) return article;
      const before = store.findAnnotation(draft.articleId, draft.id);
      const kept = before && keptPlace(article.value, before, draft.span);
      if (!kept && isOutside(article.value, draft.span))
        return fail({ code: 'annotation/outside-text' });
      if (!kept && isTooLong(draft.span)) return fail(TOO_LONG);
      const updatedAt = now().toISOString();
      const annotation: Annotation = {
        ...draft,
        ...(kept ?? describe(article.value, draft.span)),
        tags: tags ? tidyTags(tags) : (before?.tags ?? []),
        createdAt: before?.createdAt ?? updatedAt,
        updatedAt,
      };
      if (before && kept) placer.isSamePlace(annotation, before);
      return put(article.value, annotation, absorbs);
    },

    removeAnnotation(articleId, id) {
      const gone = store.findAnnotation(articleId, id);
      if (!gone) return succeed(null);
      return commit(articleId, [removalOf(gone, now().toISOString())]);
    },

    pinAnnotation({ articleId, id, span }) {
      const article = library.get(articleId);
      if (!article.ok) return article;
      const before = store.findAnnotation(articleId, id);
      if (!before) return fail({ code: 'annotation/not-found' });
      if (isOutside(article.value, span)) return fail({ code: 'annotation/outside-text' });
      if (isTooLong(span)) return fail(TOO_LONG);
      const updatedAt = now().toISOString();
      return put(article.value, { ...before, ...describe(article.value, span), updatedAt });
    },

    apply,
    async applyAndPlace(change) {
      const { articleId } = change;
      const saved = apply(change);
      if (!saved.ok) return saved;
      const revision = revisionOf(articleId);
      const article = library.get(articleId);
      if (!article.ok) return succeed({ annotations: [], bookmarks: [], revision });
      const put = recordsOf(change, store.read(articleId));
      return succeed({ ...(await placer.place(article.value, put)), revision });
    },

    setBookmark(articleId, blockId, present) {
      const article = library.get(articleId);
      if (!article.ok) return article;
      const place = describeBlock(placer.text(article.value), article.value, blockId);
      if (!place) return fail({ code: 'bookmark/no-such-block' });
      const there = store
        .read(articleId)
        .bookmarks.filter((each) => placer.bookmark(article.value, each).placedOn === blockId);
      const at = now().toISOString();
      const bookmark = { id: newId(), blockId, createdAt: at, place };
      const changed = {
        removed: present ? [] : there,
        added: present && there.length === 0 ? [bookmark] : [],
      };
      const saved = commit(articleId, bookmarkChanges(articleId, at, changed));
      if (!saved.ok) return saved;
      const added = changed.added.map((each) => placer.bookmark(article.value, each));
      return succeed({ removed: changed.removed, added, revision: revisionOf(articleId) });
    },

    saveReading(articleId, { offset, progress, seen = [] }) {
      const article = library.get(articleId);
      if (!article.ok) return article;
      const openedAt = now().toISOString();
      const text = placer.text(article.value);
      const before = store.read(articleId).reading;
      const place = describeReading(text, article.value, offset);
      const { place: _, ...kept } = before ?? {};
      const reading = {
        ...kept,
        offset,
        progress,
        openedAt,
        seen: addSeen(before, text.length, seen),
        ...(place && { place }),
      };
      const change = { kind: 'put-reading', articleId, at: openedAt, reading } as const;
      return commit(articleId, [change], onReading);
    },

    putShelf(articleId, { savedAt, finished }) {
      const article = library.get(articleId);
      if (!article.ok) return article;
      const at = now().toISOString();
      const before = store.read(articleId).shelf ?? NO_SHELF;
      const shelf = {
        savedAt: savedAt === undefined ? before.savedAt : savedAt,
        finished: finished === undefined ? before.finished : finished,
      };
      const saved = commit(articleId, [{ kind: 'put-shelf', articleId, at, shelf }], onReading);
      return saved.ok ? succeed(before) : saved;
    },
  };
}
