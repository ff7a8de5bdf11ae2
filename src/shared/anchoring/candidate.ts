import { type WordRange, agreeContext } from './context.ts';
import type { Pattern } from './pattern.ts';
import type { TextIndex } from './text-index.ts';

/** A place where a passage may stand now. */
export interface Candidate extends WordRange {
  /** Likeness of the passage itself, by letters: 1 when every word is equal. */
  readonly similarity: number;
  /** Agreement of what stands around it. */
  readonly context: number;
}

export interface Search {
  readonly pattern: Pattern;
  readonly index: TextIndex;
  /** Word number where the passage stood. */
  readonly hint: number;
}

/** A candidate with the agreement of its surroundings. */
export function judge(
  { pattern, index }: Pick<Search, 'pattern' | 'index'>,
  range: WordRange,
  similarity: number,
): Candidate {
  const { first, last } = range;
  return { first, last, similarity, context: agreeContext(pattern, index.words, range) };
}
