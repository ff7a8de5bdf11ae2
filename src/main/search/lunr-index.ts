import lunr from 'lunr';
import { type KeyPostings, type PostingColumns, Postings } from './postings.ts';

/** The fields of an article that are indexed. */
type Field = 'title' | 'text';

/** The keys of one article as they are indexed. */
export interface IndexDocument extends Record<Field, readonly string[]> {
  /** The number of the article in its segment. */
  readonly ref: string;
}

export type AverageLengths = Readonly<Record<Field, number>>;

/**
 * The parameters of BM25. `K1` is Lucene's; lengths weigh slightly more than Lucene's 0.75, because a word may add
 * two keys.
 */
const K1 = 1.2;
const B = 0.8;
/** A word of the title says more about an article than one of the text. */
const TITLE_BOOST = 1.2;

/**
 * Lunr rounds weights to thousandths, which would be too coarse for the small weights of long texts in small
 * segments. Weights are therefore multiplied by this factor and divided by it afterwards.
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
 * A Lunr index of one segment. Lunr's builder counts and weighs our keys with an empty pipeline, and a query adds up
 * the weights.
 *
 * A score is what `lunr.Index.query` returns, multiplied by the length of the query's vector, so that scores of
 * different segments are comparable; a test compares the two. Lunr itself creates several objects for every article
 * and term of a query. Adding up typed arrays takes a twentieth of the time and memory at 10,000 articles.
 */
export class LunrIndex {
  private readonly articles: number;
  private readonly postings: Postings;

  private constructor(articles: number, postings: Postings) {
    this.articles = articles;
    this.postings = postings;
  }

  /** @param average field lengths for normalisation, the same in all segments; by default those of this segment */
  static build(documents: readonly IndexDocument[], average?: AverageLengths): LunrIndex {
    const builder = createBuilder(documents);
    // The cast holds for the Builder of Lunr 2.3.9. `build` is not called, because it would also create a trie of the
    // terms that is not needed.
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

  /** Number of article fields that contain a key, which is Lunr's measure of how common the key is. */
  frequency(key: string): number {
    return this.postings.frequency(key);
  }

  /** Scores every article by the sum of its weighted keys; 0 means that it contains none of them. */
  search(boosts: ReadonlyMap<string, number>): Float64Array {
    const scores = new Float64Array(this.articles);
    for (const [key, boost] of boosts) this.postings.addTo(scores, key, boost);
    return scores;
  }
}

/** Creates a Lunr builder that accepts lists of keys unchanged. */
export function createBuilder(documents: readonly IndexDocument[]): lunr.Builder {
  const builder = new lunr.Builder();
  builder.ref('ref');
  builder.field('title', { boost: TITLE_BOOST });
  builder.field('text');
  builder.k1(K1);
  builder.b(B);
  // The fields are lists of keys already, so Lunr only counts them.
  builder.tokenizer = ((keys: unknown) => keys) as typeof lunr.tokenizer;
  for (const document of documents) builder.add(document, { boost: PRECISION });
  return builder;
}

/** Lunr's inverse document frequency. */
export function inverseFrequency(frequency: number, documents: number): number {
  return Math.log(1 + Math.abs((documents - frequency + 0.5) / (frequency + 0.5)));
}

/** Converts Lunr's vectors (keys by article) into postings (articles by key). */
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
