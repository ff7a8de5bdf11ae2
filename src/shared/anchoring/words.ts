import { fold } from '../arabic/fold.ts';

/**
 * The words of a text in order. For the word at an index, `keys` holds what is compared, and `starts` and `ends` hold
 * its span in the original text in UTF-16 units, with the marks of its letters.
 */
export interface Words {
  readonly keys: readonly string[];
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Runs of letters, or runs of digits. The characters between words (spaces, "\n", punctuation) are not compared. */
const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;

const ALEF = '\u0627';
const HAMZA = '\u0621';
const YEH = '\u064A';
const HEH = '\u0647';

/** Letters that writers confuse and editors correct, each with the letter that represents its group. */
const SEATS: ReadonlyMap<string, string> = new Map([
  ['\u0622', ALEF],
  ['\u0623', ALEF],
  ['\u0625', ALEF],
  ['\u0624', HAMZA],
  ['\u0626', HAMZA],
  ['\u0649', YEH],
  ['\u0629', HEH],
]);
const SEAT = new RegExp(`[${[...SEATS.keys()].join('')}]`, 'gu');

/**
 * Splits a text into words whose keys ignore tashkeel, tatweel, kinds of digits, hamza seats, final yeh and teh
 * marbuta.
 *
 * Each seat is replaced by exactly one letter, so that the offset map of `fold` stays valid.
 *
 * Example: إلى المَدرسة ٢٠٢٣ has the keys الي, المدرسه, 2023.
 */
export function splitWords(text: string): Words {
  const folded = fold(text);
  const comparable = folded.text.replace(SEAT, (letter) => SEATS.get(letter) ?? letter);
  const keys: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of comparable.matchAll(WORD)) {
    const key = match[0];
    keys.push(key);
    starts.push(folded.map.starts[match.index] ?? 0);
    ends.push(folded.map.ends[match.index + key.length - 1] ?? 0);
  }
  return { keys, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** The weight of the words as evidence: their number of letters. */
export function weigh(keys: readonly string[], from = 0, to = keys.length): number {
  let weight = 0;
  for (let index = from; index < to; index += 1) weight += keys[index]?.length ?? 0;
  return weight;
}
