import { describe, expect, it } from 'vitest';
import { canonicalText } from '#shared/domain/text.ts';
import * as v from 'valibot';
import { type AnnotationDraft, annotationDraftSchema } from '#shared/domain/annotation.ts';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';
import { NO_MARKS } from '#shared/domain/defaults.ts';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import { fail, succeed } from '#shared/domain/result.ts';
import { anArticle } from '#shared/domain/testing/an-article.ts';
import { createLibrary } from '../library/library.ts';
import type { Change, MarksStore } from '../store/marks-store.ts';
import { createFinderHere } from '../anchoring/finder.ts';
import { createMarksService } from './marks-service.ts';
import { createRevisions } from './revisions.ts';

const article = anArticle(['> تمهيد قصير.', 'فقرة فيها خبر.']);

function aStore(options: { full?: boolean } = {}): MarksStore {
  const kept = new Map<ArticleId, ArticleMarks>();
  const read = (id: ArticleId): ArticleMarks => kept.get(id) ?? NO_MARKS;
  return {
    read,
    findAnnotation: (articleId, id) => read(articleId).annotations.find((each) => each.id === id),
    change(id, changes) {
      if (options.full) return fail({ code: 'store/not-saved', params: { reason: 'disk-full' } });
      kept.set(id, changes.reduce(applied, read(id)));
      return succeed(null);
    },
    notices: () => [],
  };
}

function applied(marks: ArticleMarks, change: Change): ArticleMarks {
  const { annotations, bookmarks } = marks;
  switch (change.kind) {
    case 'put-annotation': {
      const others = annotations.filter(({ id }) => id !== change.annotation.id);
      return { ...marks, annotations: [...others, change.annotation] };
    }
    case 'remove-annotation':
      return { ...marks, annotations: annotations.filter(({ id }) => id !== change.id) };
    case 'put-bookmark':
      return { ...marks, bookmarks: [...bookmarks, change.bookmark] };
    case 'remove-bookmark':
      return {
        ...marks,
        bookmarks: bookmarks.filter((each) => bookmarkKey(each) !== bookmarkKey(change)),
      };
    case 'put-shelf':
      return { ...marks, shelf: change.shelf };
    case 'put-reading':
      return { ...marks, reading: change.reading };
    case 'put-unread':
      return marks;
  }
}

function setUp(store = aStore(), articles: readonly Article[] = [article]) {
  const changed: ArticleId[] = [];
  const read: ArticleId[] = [];
  let minute = 0;
  const revisions = createRevisions();
  const marks = createMarksService({
    library: createLibrary(articles),
    store,
    finder: createFinderHere(),
    now: () => new Date(Date.UTC(2026, 0, 1, 0, minute++)),
    newId: () => crypto.randomUUID(),
    onChange(id) {
      changed.push(id);
      revisions.next(id);
    },
    revisionOf: revisions.of,
    onReading: (id) => read.push(id),
  });
  return { marks, changed, read };
}

const draft = (changes: Partial<AnnotationDraft> = {}): AnnotationDraft =>
  v.parse(annotationDraftSchema, {
    id: '3f0f8a4e-5a52-4b7e-9a0e-0d6c9d3a1f11',
    articleId: 'sample',
    meaning: 'fact',
    span: { start: 6, end: 17 },
    note: '',
    ...changes,
  });

describe('marks', () => {
  it("keeps the reader's statement about an article apart from its reading progress", async () => {
    const { marks, changed, read } = setUp();
    const shelf = {
      savedAt: '2026-01-01T00:00:00.000Z',
      finished: { is: false, at: '2026-01-01T00:00:00.000Z' },
    };

    marks.saveReading(article.id, { offset: 3, progress: 1 });
    marks.putShelf(article.id, shelf);

    expect((await marks.summaries())[0]).toMatchObject({ shelf, reading: { progress: 1 } });
    // Thousands of highlights are not read again when only the reading position changes.
    expect(changed).toEqual([]);
    expect(read).toEqual([article.id, article.id]);
  });

  it('keeps the fields of another change of an article, and returns the earlier record', async () => {
    const { marks } = setUp();
    const finished = { is: true, at: '2026-01-02T00:00:00.000Z' };
    marks.putShelf(article.id, { savedAt: '2026-01-01T00:00:00.000Z' });

    // The window sends this before it has heard of the first change.
    const second = marks.putShelf(article.id, { finished });

    expect(second).toEqual({
      ok: true,
      value: { savedAt: '2026-01-01T00:00:00.000Z', finished: null },
    });
    expect((await marks.summaries())[0]?.shelf).toEqual({
      savedAt: '2026-01-01T00:00:00.000Z',
      finished,
    });
  });

  it('adds quote and hash to a highlight, even across paragraphs', () => {
    const { marks } = setUp();

    const saved = marks.saveAnnotation(draft());

    expect(saved).toMatchObject({
      ok: true,
      value: {
        annotation: {
          quote: { exact: 'قصير.\nفقرة ', prefix: 'تمهيد ' },
          contentHash: article.contentHash,
        },
      },
    });
  });

  it('keeps the time of creation when a note is changed', async () => {
    const { marks } = setUp();
    const first = marks.saveAnnotation(draft());

    const second = marks.saveAnnotation(draft({ note: 'ملاحظة' }));

    if (!first.ok || !second.ok) throw new Error('not saved');
    expect(second.value.annotation.createdAt).toBe(first.value.annotation.createdAt);
    expect(second.value.annotation.updatedAt).not.toBe(first.value.annotation.updatedAt);
    expect((await marks.get(article.id)).annotations).toHaveLength(1);
  });

  it('announces a change only when it is on the disk', () => {
    const { marks, changed } = setUp(aStore({ full: true }));

    const saved = marks.saveAnnotation(draft());

    expect(saved).toMatchObject({ ok: false, error: { code: 'store/not-saved' } });
    expect(changed).toEqual([]);
  });

  it('numbers the changes of an article, so that answers can be put in order', async () => {
    const { marks } = setUp();
    const nothing = {
      annotations: [],
      removedAnnotations: [],
      bookmarks: [],
      removedBookmarks: [],
    };
    const before = await marks.get(article.id);
    const saved = marks.saveAnnotation(draft());
    const marked = marks.setBookmark(article.id, 'b1', true);
    const markedAgain = marks.setBookmark(article.id, 'b1', true);
    const after = await marks.get(article.id);
    if (!saved.ok || !marked.ok || !markedAgain.ok) throw new Error('not saved');
    const { anchor: _anchor, ...record } = saved.value.annotation;

    const put = await marks.applyAndPlace({
      articleId: article.id,
      ...nothing,
      annotations: [record],
      removedBookmarks: marked.value.added.map(bookmarkKey),
    });

    const answers = [before, saved.value, marked.value, markedAgain.value, after];
    expect(answers.map(({ revision }) => revision)).toEqual([0, 1, 2, 2, 2]);
    expect(markedAgain.value).toMatchObject({ added: [], removed: [] });
    expect(put).toMatchObject({
      ok: true,
      value: { revision: 3, annotations: [{ id: record.id, anchor: { confidence: 'exact' } }] },
    });
    const { bookmarks } = await marks.get(article.id);
    expect(bookmarks).toEqual([]);
  });

  it('refuses a span outside the text and a bookmark on no block', () => {
    const { marks } = setUp();

    expect(marks.saveAnnotation(draft({ span: { start: 5, end: 999 } }))).toMatchObject({
      ok: false,
    });
    expect(marks.setBookmark(article.id, 'b9', true)).toMatchObject({ ok: false });
  });

  it('removes one highlight and leaves the others', async () => {
    const { marks } = setUp();
    const other = '7d0a1f57-1d1c-4a5b-8a49-6f1f6f0c9d22';
    marks.saveAnnotation(draft());
    marks.saveAnnotation(v.parse(annotationDraftSchema, { ...draft(), id: other }));

    marks.removeAnnotation(article.id, draft().id);

    expect((await marks.get(article.id)).annotations.map(({ id }) => id)).toEqual([other]);
  });

  it('returns found highlights with their anchors, without those that are no longer stored', async () => {
    const { marks } = setUp();
    const other = v.parse(annotationDraftSchema, {
      ...draft(),
      id: '7d0a1f57-1d1c-4a5b-8a49-6f1f6f0c9d22',
    });
    marks.saveAnnotation(draft());
    marks.saveAnnotation(other);
    marks.removeAnnotation(article.id, other.id);
    const find = ({ articleId, id }: AnnotationDraft) => ({ articleId, annotationId: id });

    const found = await marks.anchorMatches([find(draft()), find(other)]);

    expect(found).toMatchObject([
      { id: draft().id, anchor: { confidence: 'exact', span: draft().span } },
    ]);
    expect(await marks.anchorMatches([])).toEqual([]);
  });

  it('returns a highlight without an anchor when its article cannot be read', async () => {
    const store = aStore();
    setUp(store).marks.saveAnnotation(draft());
    const { marks } = setUp(store, []);

    const found = await marks.anchorMatches([{ articleId: article.id, annotationId: draft().id }]);

    expect(found).toMatchObject([
      { note: '', anchor: { confidence: 'orphan', reason: 'not-searched' } },
    ]);
  });

  it('keeps the reading position, adds what was read, and counts what a list shows', async () => {
    const { marks } = setUp();
    const { length } = canonicalText(article.blocks);
    const half = { start: 0, end: Math.round(length / 2) };
    marks.saveReading(article.id, { offset: 3, progress: 1, seen: [half] });
    marks.saveReading(article.id, { offset: 0, progress: 0.1 });
    marks.saveAnnotation(draft({ note: 'نعم' }));
    marks.setBookmark(article.id, 'b1', true);

    expect(await marks.summaries()).toMatchObject([
      { highlights: 1, notes: 1, bookmarks: 1, reading: { offset: 0, progress: 0.1 } },
    ]);
    expect((await marks.summaries())[0]?.read).toBeCloseTo(0.5, 1);
    expect((await marks.summaries())[0]?.reading).not.toHaveProperty('seen');
    expect(marks.reading(article.id)?.seen).toEqual({ of: length, spans: [half] });
  });
});
