import { isRanked } from '#main/search/index-keys.ts';
import { tokenize } from '#shared/arabic/tokenize.ts';
import { seededRandom } from '../support/seeded-random.ts';
import type { GeneratedArticle } from './generate-articles.ts';

const QUERIES_PER_LENGTH = 150;

/** Makes queries of one to three words that are adjacent in some document, as a reader remembers them. */
export function generateQueries(
  docs: readonly GeneratedArticle[],
): { readonly words: number; readonly texts: readonly string[] }[] {
  const random = seededRandom(99);
  return [1, 2, 3].map((words) => ({
    words,
    texts: Array.from({ length: QUERIES_PER_LENGTH }, () => {
      const doc = docs[Math.floor(random() * docs.length)];
      const ranked = tokenize(doc?.body ?? '')
        .map((token) => token.text)
        .filter(isRanked);
      const first = Math.floor(random() * Math.max(1, ranked.length - words));
      return ranked.slice(first, first + words).join(' ');
    }),
  }));
}
