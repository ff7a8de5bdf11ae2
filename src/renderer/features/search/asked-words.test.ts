import { describe, expect, it } from 'vitest';
import { tokenize } from '#shared/arabic/tokenize.ts';
import { askedWords, suggestedQuery } from './asked-words.ts';

/** A result whose words are `[articles, suggestion]` in the order of the text. */
function result(text: string, ...facts: [number, string | null][]) {
  const words = tokenize(text).map((token, index) => {
    const [articles, suggestion] = facts[index] ?? [0, null];
    return { text: token.text, articles, suggestion };
  });
  return { text, words };
}

describe('askedWords', () => {
  it('answers each word once, as it was written', () => {
    expect(askedWords(result('الحدودُ زرافة زرافة', [4, null], [0, null], [0, null]))).toEqual([
      { text: expect.stringContaining('الحدود') as string, articles: 4 },
      { text: 'زرافة', articles: 0 },
    ]);
  });
});

describe('suggestedQuery', () => {
  it('replaces only words that occur nowhere', () => {
    expect(suggestedQuery(result('«الحدود» البشمركة', [4, null], [0, 'البيشمركة']))).toBe(
      '«الحدود» البيشمركة',
    );
  });

  it('is null when no better word is known', () => {
    expect(suggestedQuery(result('زرافة', [0, null]))).toBeNull();
  });
});
