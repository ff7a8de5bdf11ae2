import { foldWord } from '#shared/arabic/fold.ts';
import { tokenize } from '#shared/arabic/tokenize.ts';
import type { Article, ArticleSummary } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';

/** Least likeness of the titles of two versions, as the share of common words, 0 to 1. */
const MIN_TITLE_LIKENESS = 0.8;

/** Least likeness of the texts of two versions, whatever their titles are, as the share of common words, 0 to 1. */
const MIN_TEXT_LIKENESS = 0.5;

/** How much of a text is compared, UTF-16 units. */
const COMPARED_UTF16 = 20_000;

/**
 * Tells whether a new file may be another version of a known article: it has the same path, or the same file name and
 * nearly the same title. `isSameText` then compares the texts.
 */
export function mayBeVersionOf(known: ArticleSummary, next: Article): boolean {
  const [before, now] = [known.own?.original, next.own?.original];
  if (!before || !now) return false;
  if (before.path !== null && before.path === now.path) return true;
  return (
    now.path !== null &&
    before.name === now.name &&
    likeness(wordsOf(known.title), wordsOf(next.title)) >= MIN_TITLE_LIKENESS
  );
}

/** Tells whether two texts have most of their words in common, apart from tashkeel and similar signs. */
export function isSameText(a: Article, b: Article): boolean {
  const [first, second] = [a, b].map(({ blocks }) =>
    wordsOf(canonicalText(blocks).slice(0, COMPARED_UTF16)),
  );
  return likeness(first ?? [], second ?? []) >= MIN_TEXT_LIKENESS;
}

const wordsOf = (text: string): string[] => tokenize(text).map((token) => foldWord(token.text));

/** The share of common words, counted with repetitions, among all words of both (Dice coefficient). */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    common += 1;
    counts.set(word, left - 1);
  }
  return (2 * common) / (a.length + b.length);
}
