import type { LayerRank, PlannedTerm } from './query-plan.ts';
import type { IndexedText } from './indexed-article.ts';

/** A run of words in a text: indexes in `IndexedText.words`, `end` not included. */
export interface WordRun {
  readonly start: number;
  readonly end: number;
  /** The loosest layer that any of its words needs. */
  readonly rank: LayerRank;
}

/**
 * Finds a phrase word by word, including its stop words. A phrase never spans title and text.
 *
 * @param widest the loosest layer at which each word may match
 */
export function findPhrase(text: IndexedText, phrase: PlannedTerm, widest: LayerRank): WordRun[] {
  const { words, titleWords } = text;
  const length = phrase.words.length;
  const runs: WordRun[] = [];
  for (let at = 0; at + length <= words.length; at += 1) {
    if (at < titleWords && at + length > titleWords) continue;
    let rank = 0;
    for (let index = 0; index < length && rank <= widest; index += 1) {
      const word = words[at + index] ?? -1;
      rank = Math.max(rank, phrase.words[index]?.matches.get(word) ?? Infinity);
    }
    if (rank > widest) continue;
    runs.push({ start: at, end: at + length, rank });
    at += length - 1;
  }
  return runs;
}
