/** A piece of content text; `foreign` pieces are one left-to-right run. */
export interface TextPiece {
  readonly text: string;
  readonly foreign: boolean;
  /** True when the run is words in Latin letters, so that a voice can switch. */
  readonly latin: boolean;
}

/**
 * Addresses, e-mails, phone numbers, amounts with a currency, signed numbers, and Latin words with their
 * numbers: each of these is one run, whatever stands around it.
 */
const RUNS =
  /(https?:\/\/[^\s،؛<>«»"]+)|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(\+\d[\d -]{6,}\d)|([$€£]\s?\d[\d.,]*)|([−-]\d[\d.,]*)(?=%|\s|$)|((?:\d[\d.,]*\s)?[A-Za-z][A-Za-z0-9.\-+_/&']*(?: (?:\([A-Z]{2,}\)|[A-Za-z][A-Za-z0-9.\-+_/&']*))*)/g;

/** Marks at the end of a run belong to the sentence around it. */
const TRAILING = /[.,;:!?'/-]+$/;

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
    const run = match[0].replace(TRAILING, '');
    push(text.slice(done, match.index), false, false);
    push(run, true, match[6] !== undefined);
    done = match.index + run.length;
  }
  push(text.slice(done), false, false);
  return pieces;
}
