import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { STEEP, countProcessorMs, growthOf } from '#main/testing/processor-time.ts';
import { fold } from '#shared/arabic/fold.ts';
import type { Matching } from '#shared/domain/search.ts';
import { searchResultSchema } from '#shared/domain/search-result.ts';
import { anArticle } from './an-article.test-builder.ts';
import { createSearchEngine } from './lunr-engine.ts';

const MATCHINGS: readonly Matching[] = ['exact', 'close', 'family'];

const engine = createSearchEngine();
const article = anArticle(
  'a',
  'عنوان "الخطة" constructor',
  'نص عن الحكومة *العراقية* في بغداد ~999 و__proto__ toString.',
  'ة '.repeat(500),
);
engine.add([
  article,
  anArticle('b', 'ـــ', '«»', '\u200F…'),
  anArticle('c', 'hasOwnProperty', '👩‍👧 \uD800'),
]);

/** As many ordinary words as a query may have. */
const ORDINARY = 'الحكومة بغداد '.repeat(14);

/** No query may take more than this many times as long as an ordinary one; the slowest is printed. */
const MOST_TIMES = 200;

const WRITTEN = [
  '',
  ' ',
  '*',
  '**',
  'ا*',
  '*ا',
  '~',
  '~1',
  'كلمة~999',
  'كلمة~-1',
  '^',
  '^10',
  'كلمة^1e99',
  '-',
  '--',
  '- -',
  '+-',
  '-كلمة',
  '-"',
  '+كلمة -كلمة',
  'title:كلمة',
  'nosuchfield:كلمة',
  ':',
  ':::',
  '"',
  '""',
  '"""',
  '«',
  '»«',
  '“',
  '"عبارة غير مغلقة',
  '(',
  '[a',
  '\\',
  '/',
  '..',
  '%',
  '%00',
  '\u0000',
  '\u202Eكلمة',
  'ـــــ',
  '\u064E',
  '\n\t',
  'constructor',
  'toString',
  'hasOwnProperty',
  '__proto__',
  'title:__proto__',
  '_index',
  '$&',
  "' or 1=1 --",
  '<script>',
  '{{',
  '\uD800',
  '\uDC00\uD800',
  '👩‍👧',
  'ﷺ'.repeat(200),
  'ا'.repeat(10_000),
  'ا '.repeat(5000),
  '" '.repeat(5000),
  '-ا '.repeat(3000),
  `ا${'\u064E'.repeat(9999)}`,
  'ﷲ'.repeat(300),
  'و'.repeat(199),
  'ال'.repeat(100),
  'a'.repeat(9999),
  '١'.repeat(500),
  '\u200D'.repeat(999),
  'z\u0301\u0302\u0303'.repeat(2000),
  '«'.repeat(5000),
  '“”'.repeat(2500),
];

describe('hostile queries', () => {
  it.each(WRITTEN.map((text) => [text.slice(0, 30), text]))('answers %j', (_, text) => {
    askEverything(text);
  });

  it('answers 10,000 random strings', () => {
    let slowest = { ms: 0, text: '' };
    const pieces = fc.constantFrom(
      ...WRITTEN.map((text) => text.slice(0, 20)),
      ...'ابتةىأ"«»-*~^:+ \u0640\u064B',
      'كتاب',
      'الحكومة',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...MATCHINGS), fc.boolean(), (typed, matching, typing) => {
        const result = engine.query({ text: typed, matching, typing });
        const ms = time(typed, matching, typing);
        if (ms > slowest.ms) slowest = { ms, text: typed };

        expect(result.text.length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 10_000 },
    );
    process.stdout.write(`slowest of 10,000: ${slowest.ms.toFixed(1)} ms of the processor\n`);
    expect(slowest.ms, slowest.text).toBeLessThan(MOST_TIMES * time(ORDINARY, 'family', true));
  }, 600_000);

  it('fold a long run of marks in a time proportional to its length', async () => {
    const folding = (length: number) => {
      const text = `ك${'\u0301\u064E'.repeat(length)}`;
      return () => fold(text);
    };

    expect(await growthOf(folding, 100_000)).toBeLessThan(STEEP);
  });
});

/** The faster of two runs in ms of processor time, because the first may include a garbage collection. */
function time(text: string, matching: Matching, typing: boolean): number {
  const times = [1, 2].map(() => {
    const spent = countProcessorMs();
    engine.query({ text, matching, typing });
    return spent();
  });
  return Math.min(...times);
}

function askEverything(text: string): void {
  for (const matching of MATCHINGS) {
    for (const typing of [true, false]) {
      const result = engine.query({ text, matching, typing });

      expect(time(text, matching, typing)).toBeLessThan(
        MOST_TIMES * time(ORDINARY, matching, typing),
      );
      expect(v.parse(searchResultSchema, result)).toEqual(result);
    }
    engine.locate(article.id, text, matching);
  }
}
