import { spellingKey } from '#shared/arabic/spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Letters of a word that may be a slip of the finger; shorter words have too many neighbours. */
const MIN_LETTERS = 5;

/**
 * A word of the library one letter away (one added, left out or changed) from a word that occurs nowhere: the
 * commonest, or `null`. Only ever offered, never searched silently.
 *
 * @param articlesWith how many articles contain a word of the vocabulary
 */
export function suggestWord(
  word: string,
  vocabulary: Vocabulary,
  articlesWith: (id: number) => number,
): string | null {
  const key = spellingKey(word);
  if (key.length < MIN_LETTERS) return null;
  let best: string | null = null;
  let most = 0;
  for (let id = 0; id < vocabulary.size; id += 1) {
    if (!isOneLetterAway(key, vocabulary.key(id))) continue;
    const count = articlesWith(id);
    if (count > most) [best, most] = [vocabulary.word(id), count];
  }
  return best;
}

/** True when one letter added, left out or changed makes one key of the other. */
export function isOneLetterAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at += 1;
  const restOfShort = short.length === long.length ? at + 1 : at;
  return short.slice(restOfShort) === long.slice(at + 1);
}
