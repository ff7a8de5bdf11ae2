import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { type Annotation, annotationSchema } from '#shared/domain/annotation.ts';
import { type Article, articleIdSchema } from '#shared/domain/article.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { MAX_NOTE_UTF16 } from '#shared/domain/limits.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { STEEP, growthOf } from '../testing/processor-time.ts';
import { createFinderHere } from '../anchoring/finder.ts';
import { createLibrary } from '../library/library.ts';
import { prepareArticle } from './exported.ts';
import { exportWebAnnotations } from './export-web-annotation.ts';
import { planImport } from './plan-import.ts';
import { readImport } from './read-import.ts';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import { NOW, sampleArticle, mark } from './testing/marked-article.ts';

const article = sampleArticle();
/** The same text with chapters and printed pages, one of them with half a surrogate pair as its label. */
const book = sampleArticle({
  structure: {
    outline: [{ level: 1, title: 'باب', at: 20 }],
    pages: [
      { label: 'ج ٢ ص ١٥', at: 10 },
      { label: '\ud83d', at: 90 },
    ],
    assets: [],
  },
});
const text = canonicalText(article.blocks);

const encode = (content: unknown): Uint8Array =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));

async function plan(
  content: unknown,
  library: { articles?: readonly Article[]; known?: readonly Annotation[] } = {},
) {
  const read = readImport(encode(content));
  if (!read.ok) throw new Error(read.error.code);
  const made = await planImport(read.value, {
    library: createLibrary(library.articles ?? [article]),
    finder: createFinderHere(),
    findAnnotation: (_articleId, id) => library.known?.find((each) => each.id === id),
    now: NOW,
    isCancelled: () => false,
    clock: () => performance.now(),
  });
  if (!made) throw new Error('it was not cancelled');
  return made;
}

const write = (annotations: readonly Annotation[], of: Article | null = article): string =>
  exportWebAnnotations([prepareArticle(article.id, of, annotations)], {
    newId: () => annotationId(99),
    now: NOW,
  });

const statesOf = ({ report }: Awaited<ReturnType<typeof plan>>) =>
  Object.fromEntries(Object.entries(report.counts).filter(([, count]) => count > 0));

const anItem = (changes: Record<string, unknown> = {}) => ({
  id: 'a1',
  doc: article.id,
  quote: 'المتحدث',
  ...changes,
});
const items = (...list: unknown[]) => ({ format: 'hashiya-annotations', version: 1, items: list });

const anyAnnotation: fc.Arbitrary<Annotation> = fc
  .record({
    id: fc.uuid({ version: 4 }),
    meaning: fc.constantFrom(...MEANINGS),
    from: fc.nat({ max: text.length - 2 }),
    length: fc.integer({ min: 1, max: 60 }),
    note: fc.string({ unit: 'binary', maxLength: 60 }),
    prefix: fc.string({ unit: 'binary', maxLength: 40 }),
    isOfThisText: fc.boolean(),
    tags: fc.uniqueArray(fc.constantFrom('أمن', 'حدود', 'a b', '<b>'), { maxLength: 3 }),
    hash: fc.constantFrom('', 'b'.repeat(64)),
    time: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
  })
  .map(({ id, meaning, from, length, note, prefix, isOfThisText, tags, hash, time }) => {
    const end = Math.min(text.length, from + length);
    return v.parse(annotationSchema, {
      id,
      articleId: article.id,
      meaning,
      span: { start: from, end },
      contentHash: isOfThisText ? article.contentHash : hash,
      quote: { exact: text.slice(from, end), prefix, suffix: '' },
      note,
      tags,
      createdAt: time.toISOString(),
      updatedAt: time.toISOString(),
    });
  });

describe('importing', () => {
  it('restores byte for byte what was exported, wherever the marks are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id, maxLength: 8 }),
        fc.constantFrom(article, book, null),
        async (annotations, of) => {
          if (annotations.length === 0) return;
          const file = write(annotations, of);
          // Half a surrogate pair, as a program may cut it from a text, is not valid UTF-8, so JSON writes an escape.
          const imported = await plan(file, { articles: of ? [of] : [] });

          const bytes = (list: readonly Annotation[]) =>
            list.map((each) => JSON.stringify(v.parse(annotationSchema, each))).toSorted();
          expect(bytes(imported.annotations)).toEqual(bytes(annotations));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('reports what was exact, repaired, approximate, orphaned and refused', async () => {
    const changed = sampleArticle({}, [
      'تمهيد قصير للمقال عن الحدود.',
      'نُصِبَت أسيجةٌ وكاميرات حرارية 😀 عند الحدود مع سوريا في الأسبوع الماضي.',
      'عنوان فرعي',
      'قال الناطق الرسمي إن الأعمال تنتهي قبل الشتاء وإن التنسيق مستمر بين الجانبين.',
    ]);
    const file = write([
      mark(article, 1, 'عند الحدود مع سوريا'),
      mark(article, 2, 'نُصبت أسيجة وكاميرات'),
      mark(article, 3, 'قال المتحدث إن الأعمال تنتهي قبل الشتاء'),
      mark(article, 4, '<b>المرحلة</b> الثانية'),
    ]);

    const imported = await plan(file, { articles: [changed] });

    expect(statesOf(imported)).toEqual({ exact: 1, repaired: 1, approximate: 1, orphaned: 1 });
    expect(
      imported.report.entries.map(({ number, state, reason }) => [number, state, reason]),
    ).toEqual([
      [1, 'repaired', null],
      [3, 'approximate', null],
      [4, 'orphaned', 'not-found'],
    ]);
    expect(imported.annotations).toContainEqual(
      mark(article, 3, 'قال المتحدث إن الأعمال تنتهي قبل الشتاء'),
    );
  });

  it('keeps a mark whose article is not in the library, and finds an article that has another id now', async () => {
    const file = write([mark(article, 1, 'المتحدث')]);

    const missing = await plan(file, { articles: [] });
    const moved = await plan(file, {
      articles: [sampleArticle({ id: 'another' as Article['id'] })],
    });

    expect(missing.report.entries).toMatchObject([
      { state: 'orphaned', reason: 'article-missing' },
    ]);
    expect(missing.annotations).toHaveLength(1);
    expect(moved.annotations[0]?.articleId).toBe('another');
    expect(statesOf(moved)).toEqual({ exact: 1 });
  });

  it('skips marks that exist, except those that are newer in the file', async () => {
    const before = mark(article, 1, 'المتحدث', { note: 'قبل' });
    const after = { ...before, note: 'بعد', updatedAt: '2026-02-01T00:00:00.000Z' };

    expect(statesOf(await plan(write([before]), { known: [before] }))).toEqual({ known: 1 });
    expect((await plan(write([before]), { known: [after] })).report.entries).toMatchObject([
      { state: 'known', reason: 'older' },
    ]);
    const newer = await plan(write([after]), { known: [before] });
    expect(newer.annotations).toEqual([after]);
    expect(newer.report.replacing).toBe(1);
  });

  it('reads what other programs write', async () => {
    const target = (selector: unknown) => ({ source: 'https://example.org/a', selector });
    const quote = {
      type: 'TextQuoteSelector',
      exact: 'قال المتحدث إن الأعمال تنتهي قبل الشتاء',
    };
    const imported = await plan([
      { id: 'https://example.org/1', type: 'Annotation', body: 'ملاحظة', target: target(quote) },
      {
        id: 'x[0]',
        text: 'من هيبوثيسس',
        target: [target([{ type: 'RangeSelector' }, quote])],
        created: '2020-01-01T03:00:00+03:00',
      },
      {
        id: 'https://example.org/3',
        type: 'Annotation',
        target: target([{ ...quote, exact: 'قصير' }]),
      },
    ]);

    expect(statesOf(imported)).toEqual({ exact: 2, refused: 1 });
    expect(imported.report.entries).toMatchObject([{ number: 3, reason: 'no-article' }]);
    expect(imported.annotations).toMatchObject([
      { note: 'ملاحظة', contentHash: article.contentHash },
      { note: 'من هيبوثيسس', createdAt: '2020-01-01T00:00:00.000Z' },
    ]);
    expect(imported.annotations[0]?.quote.suffix).not.toBe('');
  });
});

describe('importing a hostile file', () => {
  it('lets no record change a prototype, and keeps the good ones', async () => {
    const file = `{"format":"hashiya-annotations","version":1,"__proto__":{"polluted":1},"items":[
      {"id":"a1","doc":"sample","quote":"المتحدث","__proto__":{"isAdmin":true}},
      {"id":"a2","doc":"sample","quote":"المتحدث","constructor":{"prototype":{"polluted":1}}},
      {"id":"a3","doc":"sample","quote":"المتحدث"}]}`;

    const imported = await plan(file);

    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(statesOf(imported)).toEqual({ exact: 1, refused: 2 });
    expect(imported.report.entries.map(({ reason }) => reason)).toEqual([
      'forbidden-key',
      'forbidden-key',
    ]);
  });

  it('makes one mark of a thousand with one id, and says so', async () => {
    const list = Array.from({ length: 1000 }, () => anItem());

    const imported = await plan(items(...list));

    expect(imported.annotations).toHaveLength(1);
    expect(statesOf(imported)).toEqual({ exact: 1, refused: 999 });
    expect(imported.report.entries[0]).toMatchObject({ reason: 'duplicate' });
  });

  it('turns each odd id always into the same one, and reports dangerous ones as refused', async () => {
    const ids = [
      'a.b',
      'a',
      'x[0]',
      '__proto__',
      'constructor',
      'prototype',
      '',
      '\u202e',
      '__internal__',
    ];

    const imported = await plan(items(...ids.map((id) => anItem({ id }))));
    const again = await plan(items(anItem({ id: 'x[0]' })));

    expect(statesOf(imported)).toEqual({ exact: 3, refused: 6 });
    expect(new Set(imported.report.entries.map(({ reason }) => reason))).toEqual(
      new Set(['forbidden-id']),
    );
    expect(new Set(imported.annotations.map(({ id }) => id)).size).toBe(3);
    expect(imported.annotations.map(({ id }) => id)).toContain(again.annotations[0]?.id);
  });

  it('refuses records that are too long or invalid, and imports the rest', async () => {
    const imported = await plan(
      items(
        anItem({ note: 'أ'.repeat(MAX_NOTE_UTF16 + 1) }),
        null,
        [[]],
        anItem({ id: 'b', quote: 5 }),
        anItem({ id: 'c', tags: ['أ'.repeat(51)] }),
        anItem({ id: 'd', quote: '<img src=x onerror=1>', doc: '../../etc' }),
        anItem({ id: 'e' }),
      ),
    );

    expect(imported.report.entries.map(({ reason }) => reason)).toEqual([
      'note-too-long',
      'not-a-record',
      'not-a-record',
      'no-passage',
      'tags-too-long',
      'no-article',
    ]);
    expect(imported.annotations).toHaveLength(1);
  });

  it.each([
    ['exchange/not-whole', '{"format": "hashiya-annotations", "version": 1, "items": [{"id"'],
    ['exchange/other-format', 'نص عادي'],
    ['exchange/other-format', '{"a":1}'],
    ['exchange/other-format', '5'],
    ['exchange/newer-version', '{"format":"hashiya-annotations","version":2,"items":[{}]}'],
    ['exchange/empty', '[]'],
    ['exchange/not-text', new Uint8Array([0xff, 0xfe, 0x00])],
  ])('answers %s', (code, content) => {
    const bytes = typeof content === 'string' ? encode(content) : content;

    expect(readImport(bytes)).toEqual({ ok: false, error: { code } });
  });

  it('does not search long for a passage that is longer than the text', async () => {
    const importing = (words: number) => () =>
      plan(items(anItem({ quote: 'كلمة '.repeat(words) })));

    const imported = await importing(40_000)();

    expect(imported.report.entries).toMatchObject([{ state: 'orphaned', reason: 'not-found' }]);
    expect(await growthOf(importing, 40_000)).toBeLessThan(STEEP);
  });

  it('refuses a passage that is longer than any highlight', async () => {
    const imported = await plan(items(anItem({ quote: 'كلمة '.repeat(300_000) })));

    expect(imported.report.entries).toMatchObject([
      { state: 'refused', reason: 'passage-too-long' },
    ]);
  });

  it('searches for records without an article only in articles with all of their words', async () => {
    const articles = Array.from({ length: 40 }, (_, number) =>
      sampleArticle({
        id: v.parse(articleIdSchema, `other-${number}`),
        contentHash: String(number).padStart(64, '0'),
        title: `عنوان ${number}`,
      }),
    );
    const importing = (records: number) => () =>
      plan(
        items(
          ...Array.from({ length: records }, (_, number) => ({
            id: `a${number}`,
            quote: `كلام آخر لم يرد في أي مقال من المقالات رقم ${number}`,
          })),
        ),
        { articles: articles.slice(0, 40) },
      );

    const imported = await importing(200)();

    expect(imported.report.counts.refused).toBe(200);
    expect(await growthOf(importing, 400)).toBeLessThan(STEEP);
  });
});
