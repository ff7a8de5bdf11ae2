import { isRanked, keysOf } from './index-keys.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { type AverageLengths, type IndexDocument, LunrIndex } from './lunr-index.ts';
import type { Vocabulary } from './vocabulary.ts';
import { WordPostings } from './word-postings.ts';

/** Most articles of one segment; a full segment is never rebuilt. */
export const MAX_SEGMENT_ARTICLES = 500;
/**
 * A segment with this many words is full, whatever the number of its articles, because building it takes about a
 * second.
 */
export const MAX_SEGMENT_WORDS = 250_000;

/** Articles with their Lunr index and an index of the words in each. */
export class Segment {
  readonly articles: readonly IndexedArticle[];
  readonly index: LunrIndex;
  private readonly removed = new Set<number>();
  /** For each key, the number of fields of removed articles that contain it. */
  private readonly removedFrequencies = new Map<string, number>();
  private readonly postings: WordPostings;

  constructor(articles: readonly IndexedArticle[], index: LunrIndex) {
    this.articles = articles;
    this.index = index;
    this.postings = new WordPostings(articles);
  }

  static build(
    articles: readonly IndexedArticle[],
    vocabulary: Vocabulary,
    average?: AverageLengths,
  ): Segment {
    const keys = keysByNumber(vocabulary);
    const documents = articles.map((article, ref) => toDocument(article, ref, keys));
    return new Segment(articles, LunrIndex.build(documents, average));
  }

  /** Returns the numbers of the articles that contain a word, removed articles included. */
  withWord(word: number): Uint16Array | Uint32Array {
    return this.postings.articlesWith(word);
  }

  /** Removes an article from the results and from the frequencies; its postings stay. */
  remove(ref: number, vocabulary: Vocabulary): void {
    const article = this.articles[ref];
    if (article === undefined || this.removed.has(ref)) return;
    this.removed.add(ref);
    const { title, text } = toDocument(article, ref, keysByNumber(vocabulary));
    for (const key of [...new Set(title), ...new Set(text)]) {
      this.removedFrequencies.set(key, (this.removedFrequencies.get(key) ?? 0) + 1);
    }
  }

  /** Number of fields of remaining articles that contain a key. */
  frequency(key: string): number {
    return this.index.frequency(key) - (this.removedFrequencies.get(key) ?? 0);
  }

  /** Number of articles that were not removed. */
  get articleCount(): number {
    return this.articles.length - this.removed.size;
  }

  /** Returns the articles that were not removed. */
  live(): IndexedArticle[] {
    return this.articles.filter((_, ref) => !this.removed.has(ref));
  }

  isRemoved(ref: number): boolean {
    return this.removed.has(ref);
  }
}

export const countWords = (articles: readonly IndexedArticle[]): number =>
  articles.reduce((sum, { words }) => sum + words.length, 0);

/** Average number of keys in each field of an article. */
export function averageLengths(
  articles: readonly IndexedArticle[],
  vocabulary: Vocabulary,
): AverageLengths {
  const keys = keysByNumber(vocabulary);
  const total = { title: 0, text: 0 };
  for (const article of articles) {
    const { title, text } = toDocument(article, 0, keys);
    total.title += title.length;
    total.text += text.length;
  }
  const count = Math.max(1, articles.length);
  return { title: Math.max(1, total.title / count), text: Math.max(1, total.text / count) };
}

/** Returns a cached function from a word's number to its keys; stop words have none. */
function keysByNumber(vocabulary: Vocabulary): (id: number) => readonly string[] {
  const known = new Map<number, readonly string[]>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const word = vocabulary.word(id);
    const keys = isRanked(word) ? keysOf(word, vocabulary.stem(id)) : [];
    known.set(id, keys);
    return keys;
  };
}

function toDocument(
  article: IndexedArticle,
  ref: number,
  keys: (id: number) => readonly string[],
): IndexDocument {
  const { words, titleWords } = article;
  return {
    ref: String(ref),
    title: Array.from(words.subarray(0, titleWords), keys).flat(),
    text: Array.from(words.subarray(titleWords), keys).flat(),
  };
}
