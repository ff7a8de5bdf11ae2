import { lengthWithout } from '#shared/domain/text.ts';

/** A piece of content text; `foreign` pieces are one left-to-right run. */
export interface TextPiece {
  readonly text: string;
  readonly foreign: boolean;
  /** True when the run is words in Latin letters, so that a voice can switch. */
  readonly latin: boolean;
}

const NUMBER = String.raw`\d[\d.,]*`;
const WORD = String.raw`\p{Script=Latin}[\p{Script=Latin}0-9.\-+_/&'’]*`;

/**
 * Addresses, e-mails, phone numbers, amounts with a currency, signed numbers (but not the end of a range,
 * 12-15), and Latin words with the numbers that stand with them (400 kV, IEC 61850, @name): each of these is
 * one run, whatever stands around it. What is looked for at every letter has a longest length, or a long row of digits
 * would be gone through once for each of them. Group 1: words in Latin letters.
 */
const RUNS = new RegExp(
  [
    String.raw`https?:\/\/[^\s،؛<>«»"]+`,
    String.raw`[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+`,
    String.raw`\+\d[\d -]{6,}\d`,
    String.raw`[−-]?[$€£]\s?${NUMBER}`,
    String.raw`(?<![\p{L}\p{N}])[−-]${NUMBER}(?=%|[\s،؛)]|$)`,
    String.raw`((?:\d[\d.,]{0,30}\s)?[@#]?${WORD}(?: (?:\([A-Z]{2,}\)|${WORD}|${NUMBER}(?![\d٪%]|\p{L})))*)`,
  ].join('|'),
  'gu',
);

/** Marks at the end of a run belong to the sentence around it. */
const TRAILING = /[.,;:!?'’/-]/;

/**
 * Splits content text into pieces whose texts, joined, are exactly the text. The raw text is split before
 * anything is rendered, so that an address never breaks in three.
 */
export function splitRuns(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const push = (part: string, foreign: boolean, latin: boolean): void => {
    if (part !== '') pieces.push({ text: part, foreign, latin });
  };
  let done = 0;
  for (const match of text.matchAll(RUNS)) {
    const run = match[0].slice(0, lengthWithout(match[0], TRAILING));
    push(text.slice(done, match.index), false, false);
    push(run, true, match[1] !== undefined);
    done = match.index + run.length;
  }
  push(text.slice(done), false, false);
  return pieces;
}
