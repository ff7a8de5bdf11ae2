import type { Span } from '#shared/domain/span.ts';
import type { Random } from './random.ts';

/** A text split into three parts. Edits work on the parts, so that the right answer is known. */
export interface Parts {
  readonly before: string;
  /** `null` when the passage was removed and the right answer is an orphan. */
  readonly passage: string | null;
  readonly after: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Shares of passages by their number of words: names, phrases, clauses, sentences. */
const LENGTHS: readonly (readonly [upTo: number, fewest: number, most: number])[] = [
  [0.15, 1, 1],
  [0.35, 2, 3],
  [0.7, 4, 10],
  [1, 11, 30],
];

/** Share of passages that begin inside a word, for example after the article ال. */
const INSIDE_WORD = 0.05;

export function wordsOf(text: string): Span[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** Picks a passage as readers mark them. About one in seven of the longer ones crosses the end of a paragraph. */
export function pickPassage(text: string, random: Random): Span {
  const words = wordsOf(text);
  const dice = random.next();
  const [, fewest, most] = LENGTHS.find(([upTo]) => dice < upTo) ?? [1, 1, 1];
  const first = random.between(0, words.length - 1);
  const last = Math.min(words.length - 1, first + random.between(fewest, most) - 1);
  const start = words[first]?.start ?? 0;
  const end = words[last]?.end ?? 1;
  const isInside = random.chance(INSIDE_WORD) && (words[first]?.end ?? 0) - start > 4;
  return { start: isInside ? start + 2 : start, end };
}

/** Widens a span to whole words, so that a comma does not make an answer wrong. */
export function widen(text: string, { start, end }: Span): Span {
  const touched = wordsOf(text).filter((word) => word.start < end && start < word.end);
  return { start: touched[0]?.start ?? start, end: touched.at(-1)?.end ?? end };
}
