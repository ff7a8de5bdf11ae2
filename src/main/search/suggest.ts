import { spellingKey } from '#shared/arabic/spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Shorter words have too many similar words to suggest one. */
const MIN_LETTERS = 5;

/**
 * Returns the most common word of the library that differs from a missing word by one letter (added, left out or
 * changed), or `null`. It is only offered and never searched without being asked for.
 *
 * @param articlesWith returns how many articles contain a word of the vocabulary
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

/** True when one added, omitted or changed letter turns one key into the other. */
export function isOneLetterAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at += 1;
  const restOfShort = short.length === long.length ? at + 1 : at;
  return short.slice(restOfShort) === long.slice(at + 1);
}
