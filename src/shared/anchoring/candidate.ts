import { type WordRange, agreeContext } from './context.ts';
import type { Pattern } from './pattern.ts';
import type { TextIndex } from './text-index.ts';

/** A range of words that may be the passage in the present text. */
export interface Candidate extends WordRange {
  /** Similarity of the passage to these words by letters, 0 to 1; 1 when every word is equal. */
  readonly similarity: number;
  /** Agreement of the surrounding words with the stored context, 0 to 1. */
  readonly context: number;
}

export interface Search {
  readonly pattern: Pattern;
  readonly index: TextIndex;
  /** Index of the word at which the passage began when it was stored. */
  readonly hint: number;
}

/** Builds a candidate and rates how well its surroundings agree with the stored context. */
export function judge(
  { pattern, index }: Pick<Search, 'pattern' | 'index'>,
  range: WordRange,
  similarity: number,
): Candidate {
  const { first, last } = range;
  return { first, last, similarity, context: agreeContext(pattern, index.words, range) };
}
