import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { annotationSchema } from './annotation.ts';
import { articleSchema } from './article.ts';
import {
  MAX_APPEARANCES,
  MAX_BLOCKS,
  MAX_BLOCK_UTF16,
  MAX_CONTEXT_UTF16,
  MAX_DETAIL_UTF16,
  MAX_NAMES,
  MAX_QUOTE_UTF16,
  MAX_TEXT_UTF16,
} from './limits.ts';
import { restoreSettings } from './settings.ts';
import { ANNOTATION_FIELDS } from './testing/an-annotation.ts';
import { ARTICLE_DETAILS } from './testing/an-article.ts';

const letters = (count: number): string => 'س'.repeat(count);

const block = (text = 'نص', id = 'b0') => ({ id, kind: 'paragraph', text });
const article = { ...ARTICLE_DETAILS, blocks: [block()] };
const quote = { exact: 'نص', prefix: '', suffix: '' };
const annotation = {
  ...ANNOTATION_FIELDS,
  id: '00000000-0000-4000-8000-000000000001',
  quote,
};

describe('the schemas limit every value, whatever its source', () => {
  test.each([
    [
      'quote',
      { quote: { ...quote, exact: letters(MAX_QUOTE_UTF16) } },
      { quote: { ...quote, exact: letters(MAX_QUOTE_UTF16 + 1) } },
    ],
    [
      'context',
      { quote: { ...quote, prefix: letters(MAX_CONTEXT_UTF16) } },
      { quote: { ...quote, prefix: letters(MAX_CONTEXT_UTF16 + 1) } },
    ],
    ['hash', {}, { contentHash: letters(8_000_000) }],
  ])('of a mark: %s', (_name, good, bad) => {
    expect(v.is(annotationSchema, { ...annotation, ...good })).toBe(true);
    expect(v.is(annotationSchema, { ...annotation, ...bad })).toBe(false);
  });

  test.each([
    ['outlet', { outlet: letters(MAX_DETAIL_UTF16) }, { outlet: letters(8_000_000) }],
    ['date note', {}, { dateNote: letters(MAX_DETAIL_UTF16 + 1) }],
    [
      'places',
      { places: Array.from({ length: MAX_NAMES }, () => 'م') },
      { places: Array.from({ length: MAX_NAMES + 1 }, () => 'م') },
    ],
    ['title on one line', { title: 'أ ب' }, { title: 'أ\nب' }],
    ['outlet on one line', { outlet: 'أ ب' }, { outlet: 'أ\rب' }],
    ['author on one line', { author: 'أ ب' }, { author: 'أ\u2028ب' }],
    ['place on one line', { places: ['أ ب'] }, { places: ['أ\u2029ب'] }],
    ['one subject', {}, { subjects: [letters(MAX_DETAIL_UTF16 + 1)] }],
    [
      'a block',
      { blocks: [block(letters(MAX_BLOCK_UTF16))] },
      { blocks: [block(letters(MAX_BLOCK_UTF16 + 1))] },
    ],
    [
      'number of blocks',
      {},
      { blocks: Array.from({ length: MAX_BLOCKS + 1 }, (_, at) => block('ن', `b${at}`)) },
    ],
    [
      'text',
      {},
      {
        blocks: Array.from({ length: MAX_TEXT_UTF16 / MAX_BLOCK_UTF16 + 1 }, (_, at) =>
          block(letters(MAX_BLOCK_UTF16), `b${at}`),
        ),
      },
    ],
  ])('of an article: %s', (_name, good, bad) => {
    expect(v.is(articleSchema, { ...article, ...good })).toBe(true);
    expect(v.is(articleSchema, { ...article, ...bad })).toBe(false);
  });

  test('of the settings: articles with an appearance of their own', () => {
    const stored = (count: number) => ({
      theme: 'dark',
      articleAppearances: Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`a${at}`, { justify: true }]),
      ),
    });

    const most = restoreSettings(stored(MAX_APPEARANCES));
    expect(Object.keys(most.articleAppearances)).toHaveLength(MAX_APPEARANCES);
    expect(restoreSettings(stored(MAX_APPEARANCES + 1))).toMatchObject({
      theme: 'dark',
      articleAppearances: {},
    });
  });
});
