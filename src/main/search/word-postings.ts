import type { IndexedText } from './indexed-article.ts';

/** An index from each word to the articles of a segment that contain it, in typed arrays. */
export class WordPostings {
  /** The articles of word n are `refs[starts[n]]` up to, but not including, `refs[starts[n + 1]]`. */
  private readonly starts: Uint32Array;
  private readonly refs: Uint16Array | Uint32Array;

  constructor(articles: readonly IndexedText[]) {
    const last = articles.reduce(
      (most, { words }) => words.reduce((a, b) => Math.max(a, b), most),
      0,
    );
    this.starts = new Uint32Array(last + 2);
    visitDistinct(articles, last, (word) => {
      this.starts[word + 1] = this.countOf(word + 1) + 1;
    });
    for (let at = 1; at < this.starts.length; at += 1) {
      this.starts[at] = this.countOf(at) + this.countOf(at - 1);
    }
    this.refs = numbersUpTo(articles.length, this.countOf(this.starts.length - 1));
    const next = this.starts.slice();
    visitDistinct(articles, last, (word, ref) => {
      const at = next[word] ?? 0;
      this.refs[at] = ref;
      next[word] = at + 1;
    });
  }

  /** Returns the numbers of the articles that contain a word, ascending. */
  articlesWith(word: number): Uint16Array | Uint32Array {
    return this.refs.subarray(this.starts[word] ?? 0, this.starts[word + 1] ?? 0);
  }

  private countOf(at: number): number {
    return this.starts[at] ?? 0;
  }
}

/** Creates the smallest array that can hold numbers up to `highest`. */
export function numbersUpTo(highest: number, length: number): Uint16Array | Uint32Array {
  return highest <= 0xffff ? new Uint16Array(length) : new Uint32Array(length);
}

/** Visits every word of every article once. @param last the highest word number */
function visitDistinct(
  articles: readonly IndexedText[],
  last: number,
  visit: (word: number, ref: number) => void,
): void {
  /** For each word, the number of the last article in which it was seen, counted from 1. */
  const seen = new Uint32Array(last + 1);
  for (const [ref, { words }] of articles.entries()) {
    for (const word of words) {
      if (seen[word] === ref + 1) continue;
      seen[word] = ref + 1;
      visit(word, ref);
    }
  }
}
