import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { type AnnotationDraft, annotationDraftSchema } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { anArticle } from '#shared/domain/testing/an-article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { createLibrary } from '../library/library.ts';
import { openOn } from '../store/testing/in-memory-store.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { createFinderHere } from '../anchoring/finder.ts';
import { createMarksService } from './marks-service.ts';

const PARAGRAPHS = [
  'أعلنت وزارة النقل صباح الأحد خطة لربط المدن الساحلية بخط حديدي جديد.',
  'وقال المتحدث إن العمل يبدأ في الخامس من آذار المقبل وينتهي بعد ثلاث سنوات.',
  'ويمر الخط بست محطات كبرى، ويخدم نحو مليوني مسافر في السنة بحسب التقديرات الأولى.',
  'ويرى خبراء في الاقتصاد أن المشروع يخفف الازدحام على الطريق الساحلي القديم.',
  'أما السكان فينتظرون منذ زمن طويل أن تصل القطارات إلى بلداتهم البعيدة عن العاصمة.',
];

let version = 0;
/** Builds the article in its next version, which has another content hash. */
function nextVersion(paragraphs: readonly string[]): Article {
  version += 1;
  return anArticle(paragraphs, { id: 'railway', contentHash: String(version).padStart(64, '0') });
}

const replaced = (at: number, from: string, to: string): readonly string[] =>
  PARAGRAPHS.map((text, index) => (index === at ? text.replace(from, to) : text));

/** A library whose app is started repeatedly on the same data, each time with other texts. */
function aReader() {
  const disk = createMemoryDisk();
  let starts = 100;
  return {
    start(article: Article) {
      starts += 1;
      disk.cutPower(0);
      const store = openOn(disk, starts);
      const text = canonicalText(article.blocks);
      const marks = createMarksService({
        library: createLibrary([article]),
        store,
        finder: createFinderHere(),
        now: () => new Date('2026-01-02T03:04:05.000Z'),
        newId: () => crypto.randomUUID(),
        onChange: () => undefined,
        revisionOf: () => 0,
        onReading: () => undefined,
      });
      return {
        marks,
        store,
        text,
        spanOf: (passage: string) => {
          const at = text.indexOf(passage);
          return { start: at, end: at + passage.length };
        },
        highlight(number: number, passage: string, changes: Partial<AnnotationDraft> = {}) {
          const start = text.indexOf(passage);
          const draft = v.parse(annotationDraftSchema, {
            id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
            articleId: 'railway',
            meaning: 'fact',
            span: { start, end: start + passage.length },
            note: 'ملاحظة',
            tags: ['نقل'],
            ...changes,
          });
          const saved = marks.saveAnnotation(draft);
          if (!saved.ok) throw new Error(saved.error.code);
          return saved.value.annotation;
        },
        /** What the reader sees: the present passage of each highlight, and its confidence. */
        async seen() {
          const { annotations } = await marks.get(article.id);
          return annotations.map(({ anchor }) =>
            anchor.confidence === 'orphan'
              ? anchor.confidence
              : `${anchor.confidence}: ${text.slice(anchor.span.start, anchor.span.end)}`,
          );
        },
      };
    },
  };
}

describe('marks in an article that a new version of the app corrected', () => {
  it('follow their words, each with a confidence', async () => {
    const reader = aReader();
    const before = reader.start(nextVersion(PARAGRAPHS));
    before.highlight(1, 'خطة لربط المدن الساحلية');
    before.highlight(2, 'العمل يبدأ في الخامس من آذار المقبل');
    before.highlight(3, 'ويخدم نحو مليوني مسافر في السنة');
    before.highlight(4, 'المشروع يخفف الازدحام على الطريق الساحلي القديم');
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = PARAGRAPHS;
    const corrected = [
      'مقدمة جديدة كتبها المحرر عن تاريخ السكك في البلاد.',
      first.replace('خطة لربط', 'خُطّة لربط'),
      second.replace('الخامس', 'السابع'),
      fifth,
      third,
      fourth.replace('المشروع يخفف الازدحام على الطريق الساحلي القديم', 'لا رأي لهم'),
    ];

    const after = reader.start(nextVersion(corrected));

    expect(await after.seen()).toEqual([
      'repaired: خُطّة لربط المدن الساحلية',
      'approximate: العمل يبدأ في السابع من آذار المقبل',
      'exact: ويخدم نحو مليوني مسافر في السنة',
      'orphan',
    ]);
  });

  it('are not changed in the store by being displayed', async () => {
    const reader = aReader();
    const original = nextVersion(PARAGRAPHS);
    reader.start(original).highlight(1, 'العمل يبدأ في الخامس من آذار المقبل');

    await reader.start(nextVersion(replaced(1, 'الخامس', 'السابع'))).seen();

    expect(await reader.start(original).seen()).toEqual([
      'exact: العمل يبدأ في الخامس من آذار المقبل',
    ]);
  });

  it('keep their stored words while their anchor is uncertain, whatever else changes', async () => {
    const reader = aReader();
    const kept = reader.start(nextVersion(PARAGRAPHS)).highlight(1, 'الخامس من آذار المقبل');
    const app = reader.start(nextVersion(replaced(1, 'الخامس', 'السابع')));
    const shown = app.spanOf('السابع من آذار المقبل');

    app.highlight(1, 'السابع من آذار المقبل', { note: 'ملاحظة أخرى', tags: undefined });

    const record = app.store.findAnnotation(kept.articleId, kept.id);
    expect(record).toMatchObject({ note: 'ملاحظة أخرى', tags: ['نقل'] });
    expect(record).toMatchObject({ quote: kept.quote, contentHash: kept.contentHash });

    app.marks.pinAnnotation({ articleId: kept.articleId, id: kept.id, span: shown });

    expect(await app.seen()).toEqual(['exact: السابع من آذار المقبل']);
    expect(app.store.findAnnotation(kept.articleId, kept.id)?.quote.exact).toBe(
      'السابع من آذار المقبل',
    );
  });

  it('can be pinned by hand when their passage is missing, and the pin can be undone', async () => {
    const reader = aReader();
    const kept = reader.start(nextVersion(PARAGRAPHS)).highlight(1, 'بحسب التقديرات الأولى');
    const app = reader.start(nextVersion(PARAGRAPHS.filter((_, index) => index !== 2)));
    expect(await app.seen()).toEqual(['orphan']);
    const record = app.store.findAnnotation(kept.articleId, kept.id);

    app.highlight(1, PARAGRAPHS[2] ?? '', { span: kept.span, note: 'بعد الحذف' });
    expect(await app.seen()).toEqual(['orphan']);
    const span = app.spanOf('ثلاث سنوات');
    app.marks.pinAnnotation({ articleId: kept.articleId, id: kept.id, span });
    expect(await app.seen()).toEqual(['exact: ثلاث سنوات']);
    if (!record) throw new Error('the record is gone');
    app.marks.apply({
      articleId: kept.articleId,
      annotations: [record],
      removedAnnotations: [],
      bookmarks: [],
      removedBookmarks: [],
    });

    expect(await app.seen()).toEqual(['orphan']);
    expect(app.store.findAnnotation(kept.articleId, kept.id)?.quote).toEqual(kept.quote);
  });

  it('cannot be pinned to nothing or outside the text', () => {
    const app = aReader().start(nextVersion(PARAGRAPHS));
    const { articleId, id } = app.highlight(1, 'ثلاث سنوات');

    app.marks.removeAnnotation(articleId, id);

    expect(app.marks.pinAnnotation({ articleId, id, span: { start: 0, end: 4 } })).toMatchObject({
      error: { code: 'annotation/not-found' },
    });
    const other = app.highlight(2, 'ثلاث سنوات');
    const outside = { start: 0, end: 9999 };
    expect(app.marks.pinAnnotation({ articleId, id: other.id, span: outside })).toMatchObject({
      error: { code: 'annotation/outside-text' },
    });
  });
});

describe('bookmarks and the reading position in a corrected article', () => {
  it('follow their paragraph, and are not replaced by a new bookmark at the old number', async () => {
    const reader = aReader();
    const before = reader.start(nextVersion(PARAGRAPHS));
    const { id } = nextVersion(PARAGRAPHS);
    before.marks.setBookmark(id, 'b2', true);
    before.marks.saveReading(id, { offset: before.text.indexOf('ويمر الخط'), progress: 0.5 });

    const app = reader.start(nextVersion(['فقرة جديدة في أول المقال.', ...PARAGRAPHS]));
    app.marks.setBookmark(id, 'b2', true);

    const { bookmarks } = await app.marks.get(id);
    expect(bookmarks.map(({ placedOn }) => placedOn)).toEqual(['b3', 'b2']);
    expect(app.marks.reading(id)?.offset).toBe(app.text.indexOf('ويمر الخط'));
    app.marks.setBookmark(id, 'b3', false);
    expect((await app.marks.get(id)).bookmarks.map(({ placedOn }) => placedOn)).toEqual(['b2']);
  });

  it('are kept without an anchor when their paragraph is missing', async () => {
    const reader = aReader();
    const original = nextVersion(PARAGRAPHS);
    reader.start(original).marks.setBookmark(original.id, 'b2', true);

    const app = reader.start(nextVersion(PARAGRAPHS.filter((_, index) => index !== 2)));
    const { bookmarks } = await app.marks.get(original.id);
    expect(bookmarks).toMatchObject([{ placedOn: null, anchor: { confidence: 'orphan' } }]);

    const back = await reader.start(original).marks.get(original.id);
    expect(back.bookmarks).toMatchObject([{ placedOn: 'b2' }]);
  });

  it('keep their number when they are from the first version and have no words', async () => {
    const original = nextVersion(PARAGRAPHS);
    const app = aReader().start(original);
    const at = '2026-01-02T03:04:05.000Z';
    const base = { articleId: original.id, at };
    app.store.change(original.id, [
      { ...base, kind: 'put-bookmark', bookmark: { blockId: 'b1', createdAt: at } },
      { ...base, kind: 'put-bookmark', bookmark: { blockId: 'b9', createdAt: at } },
      {
        ...base,
        kind: 'put-reading',
        reading: { offset: 99_999, progress: 1, openedAt: at },
      },
    ]);

    const { bookmarks } = await app.marks.get(original.id);

    expect(bookmarks.map(({ placedOn }) => placedOn)).toEqual(['b1', null]);
    expect(app.marks.reading(original.id)?.offset).toBe(app.text.length - 1);
    app.marks.setBookmark(original.id, 'b1', false);
    expect((await app.marks.get(original.id)).bookmarks).toHaveLength(1);
  });
});
