import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#shared/domain/text.ts';
import { fromCodePoints, toCodePoints } from './code-points.ts';
import { exportWebAnnotations } from './export-web-annotation.ts';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import { NOW, sampleArticle, exported, mark } from './testing/marked-article.ts';

const schema: unknown = JSON.parse(
  readFileSync('tests/fixtures/web-annotation/annotation-page.schema.json', 'utf8'),
);
const isPage = new Ajv({ strict: false }).compile(schema as object);

const write = (...marks: Parameters<typeof exported>[1][]) =>
  JSON.parse(
    exportWebAnnotations(exported(article, ...marks), { newId: () => annotationId(99), now: NOW }),
  ) as { items: { body: unknown[]; target: { selector: Record<string, unknown>[] } }[] };

const article = sampleArticle();

describe('the Web Annotation export', () => {
  it('is valid by the model', () => {
    const page = write(
      mark(article, 1, 'المتحدث'),
      mark(article, 2, 'عند الحدود', { note: 'ملاحظة', tags: ['أمن', 'حدود'] }),
      mark(article, 3, 'الأعمال', { contentHash: 'f'.repeat(64) }),
    );

    expect(isPage(page), JSON.stringify(isPage.errors)).toBe(true);
    expect(isPage({ ...page, items: [{ ...page.items[0], motivation: 'loving' }] })).toBe(false);
  });

  it('counts positions in code points, as the model demands', () => {
    const page = write(mark(article, 1, 'عند الحدود مع سوريا'));
    const [quote, position] = page.items[0]?.target.selector ?? [];

    const letters = [...canonicalText(article.blocks)];
    expect(position).toMatchObject({ type: 'TextPositionSelector' });
    const { start, end } = position as { start: number; end: number };
    expect(letters.slice(start, end).join('')).toBe(quote?.['exact']);
  });

  it('gives no position in a missing text', () => {
    const page = write(mark(article, 1, 'المتحدث', { contentHash: 'f'.repeat(64) }));

    expect(page.items[0]?.target.selector.map(({ type }) => type)).toEqual(['TextQuoteSelector']);
  });

  it('says the chapter, and selects the printed pages with the words in them', () => {
    const structure = {
      outline: [{ level: 1, title: 'باب', at: 0 }],
      pages: [
        { label: 'ج ٢ ص ١٥', at: 0 },
        { label: '16', at: 60 },
      ],
      assets: [],
    };
    const inBook = { ...article, structure };
    const page = JSON.parse(
      exportWebAnnotations(
        exported(
          inBook,
          mark(article, 1, 'أسيجة'),
          mark(article, 2, 'وكاميرات حرارية 😀 عند الحدود مع سوريا'),
        ),
        { newId: () => annotationId(99), now: NOW },
      ),
    ) as ReturnType<typeof write>;

    expect(isPage(page), JSON.stringify(isPage.errors)).toBe(true);
    const pages = page.items.map(({ target }) => target.selector.at(-1));
    expect(pages).toEqual([
      {
        type: 'FragmentSelector',
        conformsTo: 'urn:x-hashiya:printed-page',
        value: `page=${encodeURIComponent('ج ٢ ص ١٥')}`,
        refinedBy: { type: 'TextQuoteSelector', exact: 'أسيجة' },
      },
      expect.objectContaining({ value: `page=${encodeURIComponent('ج ٢ ص ١٥')},16` }),
    ]);
    expect(page.items[0]?.target).toMatchObject({ 'hashiya:chapter': 'باب' });
  });

  it('has tags as separate bodies', () => {
    const page = write(mark(article, 1, 'المتحدث', { tags: ['أمن'] }));

    expect(page.items[0]?.body).toContainEqual({
      type: 'TextualBody',
      value: 'أمن',
      purpose: 'tagging',
    });
  });
});

describe('code points', () => {
  it('convert back to the same UTF-16 offsets', () => {
    const text = 'أ😀ب😀😀ت';

    for (const span of [
      { start: 0, end: 1 },
      { start: 1, end: 3 },
      { start: 3, end: 9 },
    ]) {
      expect(fromCodePoints(text, toCodePoints(text, span))).toEqual(span);
    }
    expect(fromCodePoints(text, { start: 5, end: 99 })).toBeNull();
  });
});
