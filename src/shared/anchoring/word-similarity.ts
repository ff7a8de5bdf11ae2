/**
 * Below this, two words are unrelated. كتاب and كتابة are 0.8 similar, قال and نال 0.67, and the numbers 25 and 27
 * not at all.
 */
export const SIMILAR_WORD = 0.6;

const DIGIT = /^\p{N}/u;

/**
 * Similarity of two words: 1 minus the edit distance over the longer length, or 0 below `SIMILAR_WORD`.
 *
 * A number is similar only to itself. Words that share neither the first nor the last letter are called unrelated
 * without being compared. Nearly all pairs are of this kind, and a correction rarely changes both ends.
 */
export function compareWords(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) / longer < SIMILAR_WORD) return 0;
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return 0;
  if (DIGIT.test(a) || DIGIT.test(b)) return 0;
  const likeness = 1 - editDistance(a, b) / longer;
  return likeness >= SIMILAR_WORD ? likeness : 0;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
