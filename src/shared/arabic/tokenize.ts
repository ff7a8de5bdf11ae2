import { fold } from './fold.ts';

/** One word of a text. */
export interface Token {
  /** Folded. */
  readonly text: string;
  /** UTF-16 offsets in the original text; they cover the letters with their marks. */
  readonly start: number;
  readonly end: number;
}

/**
 * Words are runs of letters, or runs of digits: a text is also split where letters meet digits, so that 6 finds
 * الـ6. Everything else separates, so quotes, # and _ never belong to a word. Marks that survive folding (of
 * other scripts) belong to the letters before them.
 */
const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;

/** Splits a text into folded words that remember where they stand. */
export function tokenize(text: string): Token[] {
  const folded = fold(text);
  const { starts, ends } = folded.map;
  const tokens: Token[] = [];
  for (const match of folded.text.matchAll(WORD)) {
    const word = match[0];
    const first = match.index;
    tokens.push({
      text: word,
      start: starts[first] ?? 0,
      end: ends[first + word.length - 1] ?? 0,
    });
  }
  return tokens;
}
