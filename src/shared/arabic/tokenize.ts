import { fold } from './fold.ts';

/** One word of a text. */
export interface Token {
  /** The folded word. */
  readonly text: string;
  /** UTF-16 offsets in the original text; they include the marks of the letters. */
  readonly start: number;
  readonly end: number;
}

/**
 * A word is a run of letters, or a run of digits. A text is also split where letters meet digits, so that 6 finds
 * الـ6. All other characters separate words, so that quotes, # and _ never belong to one. Marks of other scripts,
 * which folding keeps, belong to the letters before them.
 */
const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;

/** Splits a text into folded words with their offsets in the original text. */
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
