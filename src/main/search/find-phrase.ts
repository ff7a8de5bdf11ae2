import { PHRASE_RANK, type PlannedTerm } from './query-plan.ts';
import type { IndexedText } from './indexed-article.ts';

/** A run of words in a text: positions in `IndexedText.words`, `end` not included. */
export interface WordRun {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds a phrase word by word. Each word must match at `exact` or `spelling`, stop words too, and a phrase does
 * not run from the title into the text.
 *
 * @param limit stops after so many
 */
export function findPhrase(text: IndexedText, phrase: PlannedTerm, limit = Infinity): WordRun[] {
  const { words, titleWords } = text;
  const length = phrase.words.length;
  const [first, ...rest] = phrase.words;
  const runs: WordRun[] = [];
  if (first === undefined) return runs;
  for (let at = 0; at + length <= words.length && runs.length < limit; at += 1) {
    if (!matches(first.matches, words[at])) continue;
    if (at < titleWords && at + length > titleWords) continue;
    if (rest.every((word, index) => matches(word.matches, words[at + 1 + index]))) {
      runs.push({ start: at, end: at + length });
      at += length - 1;
    }
  }
  return runs;
}

function matches(ranks: ReadonlyMap<number, number>, word: number | undefined): boolean {
  return word !== undefined && (ranks.get(word) ?? Infinity) <= PHRASE_RANK;
}
