import lunr from 'lunr';
import { type KeyPostings, type PostingColumns, Postings } from './postings.ts';

/** The fields of an article in the index. */
type Field = 'title' | 'text';

/** Keys of one article, as they go into the index. */
export interface IndexDocument extends Record<Field, readonly string[]> {
  /** Number of the article in its segment. */
  readonly ref: string;
}

export type AverageLengths = Readonly<Record<Field, number>>;

/** BM25. `K1` is Lucene's; lengths weigh a little more than Lucene's 0.75, as a word may add two keys. */
const K1 = 1.2;
const B = 0.8;
/** A word of the title says more about an article than one of the text. */
const TITLE_BOOST = 1.2;

/**
 * Lunr rounds weights to thousandths, which is much of the small ones that long texts have in small segments: so they
 * are made larger, and divided again.
 */
export const PRECISION = 1_000;

/** The parts of Lunr's builder that have no published type. */
interface BuilderInsides {
  readonly invertedIndex: Record<string, { readonly _index: number }>;
  readonly fieldVectors: Record<string, lunr.Vector>;
  averageFieldLength: Record<string, number>;
  calculateAverageFieldLengths(): void;
  createFieldVectors(): void;
}

/**
 * A Lunr index over one segment: Lunr's builder counts and weighs our keys (an empty pipeline), and a query sums
 * its weights.
 *
 * The sum is what `lunr.Index.query` gives times the length of the query's vector, so that scores of segments
 * compare (a test holds the two together). Lunr itself makes several objects for every article and term of a
 * query: summing over typed arrays takes a twentieth of the time and of the memory at 10,000 articles.
 */
export class LunrIndex {
  private readonly articles: number;
  private readonly postings: Postings;

  private constructor(articles: number, postings: Postings) {
    this.articles = articles;
    this.postings = postings;
  }

  /** @param average field lengths to normalise by, the same in all segments; by default this segment's own */
  static build(documents: readonly IndexDocument[], average?: AverageLengths): LunrIndex {
    const builder = createBuilder(documents);
    // True of Lunr 2.3.9's Builder; `build` itself would also make a trie of the terms, which we do not need.
    const insides = builder as unknown as BuilderInsides;
    if (average === undefined) insides.calculateAverageFieldLengths();
    else insides.averageFieldLength = average;
    insides.createFieldVectors();
    return new LunrIndex(documents.length, Postings.of(collectPostings(insides)));
  }

  static ofColumns(articles: number, columns: PostingColumns): LunrIndex {
    return new LunrIndex(articles, new Postings(columns));
  }

  columns(): PostingColumns {
    return this.postings.columns();
  }

  /** Fields of articles that contain a key, Lunr's measure of how common it is. */
  frequency(key: string): number {
    return this.postings.frequency(key);
  }

  /** Scores every article by the sum of its weighted keys; 0 has none of them. */
  search(boosts: ReadonlyMap<string, number>): Float64Array {
    const scores = new Float64Array(this.articles);
    for (const [key, boost] of boosts) this.postings.addTo(scores, key, boost);
    return scores;
  }
}

/** A Lunr builder that takes lists of keys as they are. */
export function createBuilder(documents: readonly IndexDocument[]): lunr.Builder {
  const builder = new lunr.Builder();
  builder.ref('ref');
  builder.field('title', { boost: TITLE_BOOST });
  builder.field('text');
  builder.k1(K1);
  builder.b(B);
  // The fields are lists of keys already; Lunr only counts them.
  builder.tokenizer = ((keys: unknown) => keys) as typeof lunr.tokenizer;
  for (const document of documents) builder.add(document, { boost: PRECISION });
  return builder;
}

/** Lunr's inverse document frequency. */
export function inverseFrequency(frequency: number, documents: number): number {
  return Math.log(1 + Math.abs((documents - frequency + 0.5) / (frequency + 0.5)));
}

/** Turns Lunr's vectors, keys by article, into articles by key. */
function collectPostings({ invertedIndex, fieldVectors }: BuilderInsides): KeyPostings[] {
  const postings: [string, number[], number[]][] = [];
  for (const [key, { _index: number }] of Object.entries(invertedIndex))
    postings[number] = [key, [], []];
  for (const [field, vector] of Object.entries(fieldVectors)) {
    const ref = Number(field.slice(field.indexOf('/') + 1));
    const elements = vector.toJSON();
    for (let at = 0; at < elements.length; at += 2) {
      const posting = postings[elements[at] ?? -1];
      posting?.[1].push(ref);
      posting?.[2].push((elements[at + 1] ?? 0) / PRECISION);
    }
  }
  return postings;
}
