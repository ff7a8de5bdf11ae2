import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '#shared/arabic/explain.ts';
import { lunrStem } from './arabic-stemmer.ts';
import { anArticle } from './an-article.test-builder.ts';
import { createSearchEngine } from './lunr-engine.ts';
import { matchPrefix, matchWord } from './match-word.ts';
import { Vocabulary } from './vocabulary.ts';

/** Roots and patterns as letters: words that look Arabic and are not in any table. */
const ROOT = fc.array(fc.constantFrom(...'بتجحدرزسشصطعفقكلمنهوي'), { minLength: 3, maxLength: 3 });
const PATTERN = fc.constantFrom(
  '123',
  '12ا3',
  '1ا23',
  '12و3',
  '12ي3',
  'م12و3',
  'ت12ي3',
  'ا12ا3',
  'ا1ت2ا3',
  'ا123',
  '12ا3ة',
  '123ة',
  '12ى',
);
const BEFORE = fc.constantFrom('', '', 'ال', 'وال', 'بال', 'لل', 'و', 'ب', 'ل', 'ف', 'وس');
const AFTER = fc.constantFrom(
  '',
  '',
  'ات',
  'ون',
  'ين',
  'ان',
  'ية',
  'ي',
  'يون',
  'ها',
  'هم',
  'ه',
  'نا',
  'ا',
  'اتهم',
);
const word = fc
  .tuple(BEFORE, ROOT, PATTERN, AFTER)
  .map(
    ([before, root, pattern, after]) =>
      `${before}${pattern.replace(/\d/gu, (digit) => root[Number(digit) - 1] ?? '')}${after}`,
  );

describe('matchWord', () => {
  it('finds exactly the words that explain explains', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 30, maxLength: 80 }), word, (words, query) => {
        const vocabulary = new Vocabulary();
        const all = [...words, ...relativesOf(query), 'كوردستان', 'وزراء', 'لغات'];
        for (const each of all) vocabulary.intern(each);

        for (const asked of [query, 'كردستان', 'لغة', 'وزير']) {
          const expected = new Map(
            [...new Set(all)]
              .map((each) => [each, explain(asked, each, lunrStem)] as const)
              .filter(([, layer]) => layer !== null),
          );
          const found = [...matchWord(vocabulary, asked)].map(
            ([id, layer]) => [vocabulary.word(id), layer] as const,
          );

          expect(new Map(found)).toEqual(expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds the beginnings of words, behind the article too', () => {
    const vocabulary = new Vocabulary();
    for (const each of ['كتابات', 'الكتابان', 'مكتبة']) vocabulary.intern(each);

    const found = [...matchPrefix(vocabulary, 'كتا').keys()].map((id) => vocabulary.word(id));

    expect(found.sort()).toEqual(['الكتابان', 'كتابات']);
  });
});

describe('words with equal stems', () => {
  it('are not shown at the default dial when nothing else explains them', () => {
    const unexplained: [string, string][] = [];
    const byStem = new Map<string, string[]>();
    for (const each of fc.sample(word, { seed: 7, numRuns: 12_000 })) {
      const siblings = byStem.get(lunrStem(each)) ?? [];
      for (const other of siblings)
        if (explain(each, other) === null) unexplained.push([each, other]);
      byStem.set(lunrStem(each), [...siblings, each].slice(-4));
    }

    expect(unexplained.length).toBeGreaterThan(200);
    for (const [query, text] of unexplained.slice(0, 300)) {
      const engine = createSearchEngine();
      const article = anArticle('a', 'خبر', `قال ${text} أمس`);
      engine.add([article]);
      const found = engine.query({ text: query, dial: 'close', typing: false });

      expect([query, text, found.hits.length, found.familyOnly]).toEqual([query, text, 0, 1]);
      expect(engine.locate(article.id, `${query} `, 'close')).toEqual([]);
    }
  });
});

function relativesOf(query: string): string[] {
  const base = query.replace(/^(?:وال|بال|ال|لل)/u, '');
  return ['', 'ال', 'وبال', 'و', 'ب'].flatMap((before) =>
    ['', 'ة', 'ات', 'هم', 'ين', 'ية', 'اتهم'].map((after) => before + base + after),
  );
}
