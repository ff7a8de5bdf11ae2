import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '#shared/arabic/explain.ts';
import { lunrStem } from './arabic-stemmer.ts';
import { arabicLikeWord } from './arabic-like-word.test-builder.ts';
import { matchPrefix, matchWord } from './match-word.ts';
import { Vocabulary } from './vocabulary.ts';

describe('matchWord', () => {
  it('finds exactly the words for which explain finds a layer', () => {
    fc.assert(
      fc.property(
        fc.array(arabicLikeWord, { minLength: 30, maxLength: 80 }),
        arabicLikeWord,
        (words, query) => {
          const vocabulary = new Vocabulary();
          const all = [
            ...words,
            ...relativesOf(query),
            'كوردستان',
            'وزراء',
            'لغات',
            'ولله',
            'تالله',
            'له',
          ];
          for (const each of all) vocabulary.intern(each);

          for (const asked of [query, 'كردستان', 'لغة', 'وزير', 'الله']) {
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
        },
      ),
      { numRuns: 150 },
    );
  });

  it('finds the beginnings of words, also after the article', () => {
    const vocabulary = new Vocabulary();
    for (const each of ['كتابات', 'الكتابان', 'مكتبة']) vocabulary.intern(each);

    const found = [...matchPrefix(vocabulary, 'كتا').keys()].map((id) => vocabulary.word(id));

    expect(found.sort()).toEqual(['الكتابان', 'كتابات']);
  });
});

function relativesOf(query: string): string[] {
  const base = query.replace(/^(?:وال|بال|ال|لل)/u, '');
  return ['', 'ال', 'وبال', 'و', 'ب'].flatMap((before) =>
    ['', 'ة', 'ات', 'هم', 'ين', 'ية', 'اتهم'].map((after) => before + base + after),
  );
}
