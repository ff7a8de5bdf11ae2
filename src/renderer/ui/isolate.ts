import { lengthWithout } from '#shared/domain/text.ts';

/** A piece of content text. A `foreign` piece is one left-to-right run. */
export interface TextPiece {
  readonly text: string;
  readonly foreign: boolean;
  /** True when the run is words in Latin letters, so that a screen reader can switch its voice. */
  readonly latin: boolean;
}

const NUMBER = String.raw`\d[\d.,]*`;
const WORD = String.raw`\p{Script=Latin}[\p{Script=Latin}0-9.\-+_/&'’]*`;

/**
 * Finds left-to-right runs: addresses, e-mails, phone numbers, amounts with a currency, signed numbers (but not the
 * end of a range such as 12-15), and Latin words with their numbers (400 kV, IEC 61850, @name). Group 1 holds words
 * in Latin letters. Repetitions have a greatest length, because a long row of digits would otherwise be searched
 * again from each digit; an e-mail is looked for only where its name can begin, for the same reason.
 */
const RUNS = new RegExp(
  [
    String.raw`https?:\/\/[^\s،؛<>«»"]+`,
    String.raw`(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+`,
    String.raw`\+\d[\d -]{6,}\d`,
    String.raw`[−-]?[$€£]\s?${NUMBER}`,
    String.raw`(?<![\p{L}\p{N}])[−-]${NUMBER}(?=%|[\s،؛)]|$)`,
    String.raw`((?:\d[\d.,]{0,30}\s)?[@#]?${WORD}(?: (?:\([A-Z]{2,}\)|${WORD}|${NUMBER}(?![\d٪%]|\p{L})))*)`,
  ].join('|'),
  'gu',
);

/** Punctuation at the end of a run belongs to the sentence around it. */
const TRAILING = /[.,;:!?'’/-]/;

/**
 * Splits content text into pieces whose texts, joined, are exactly the text. The raw text is split before anything is
 * rendered, so that an address stays in one piece.
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
