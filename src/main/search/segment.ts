import { isRanked, keysOf } from './index-keys.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { type AverageLengths, type IndexDocument, LunrIndex } from './lunr-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Most articles in one segment; a full one is never rebuilt. */
export const MAX_SEGMENT_ARTICLES = 2000;

/** Articles with their Lunr index, and which of them contain each word. */
export class Segment {
  readonly articles: readonly IndexedArticle[];
  readonly index: LunrIndex;
  private readonly removed = new Set<number>();
  private readonly postings: Map<number, number[]>;

  constructor(articles: readonly IndexedArticle[], index: LunrIndex) {
    this.articles = articles;
    this.index = index;
    this.postings = postingsOf(articles);
  }

  static build(
    articles: readonly IndexedArticle[],
    vocabulary: Vocabulary,
    average?: AverageLengths,
  ): Segment {
    const documents = articles.map((article, ref) => toDocument(article, ref, vocabulary));
    return new Segment(articles, LunrIndex.build(documents, average));
  }

  /** Numbers of the articles that contain a word, removed ones included. */
  withWord(word: number): readonly number[] {
    return this.postings.get(word) ?? [];
  }

  remove(ref: number): void {
    this.removed.add(ref);
  }

  isRemoved(ref: number): boolean {
    return this.removed.has(ref);
  }

  get removedCount(): number {
    return this.removed.size;
  }
}

/** Keys per field and article, on average. */
export function averageLengths(
  articles: readonly IndexedArticle[],
  vocabulary: Vocabulary,
): AverageLengths {
  const total = { title: 0, text: 0 };
  for (const article of articles) {
    const { title, text } = toDocument(article, 0, vocabulary);
    total.title += title.length;
    total.text += text.length;
  }
  const count = Math.max(1, articles.length);
  return { title: Math.max(1, total.title / count), text: Math.max(1, total.text / count) };
}

function toDocument(article: IndexedArticle, ref: number, vocabulary: Vocabulary): IndexDocument {
  const keys = (words: Uint32Array): string[] => {
    const found: string[] = [];
    for (const id of words) {
      const word = vocabulary.word(id);
      if (isRanked(word)) found.push(...keysOf(word));
    }
    return found;
  };
  return {
    ref: String(ref),
    title: keys(article.words.subarray(0, article.titleWords)),
    text: keys(article.words.subarray(article.titleWords)),
  };
}

function postingsOf(articles: readonly IndexedArticle[]): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (const [ref, { words }] of articles.entries()) {
    for (const word of words) {
      const refs = postings.get(word);
      if (refs === undefined) postings.set(word, [ref]);
      else if (refs.at(-1) !== ref) refs.push(ref);
    }
  }
  return postings;
}
