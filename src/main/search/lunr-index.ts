import lunr from 'lunr';
import { FIELDS, type Field, type Posting, Postings, type SerializedPosting } from './postings.ts';

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

/** The parts of Lunr's builder that have no published type. */
interface BuilderInsides {
  invertedIndex: Record<string, Posting>;
  fieldVectors: Record<string, lunr.Vector>;
  averageFieldLength: Record<string, number>;
  documentCount: number;
  calculateAverageFieldLengths(): void;
  createFieldVectors(): void;
}

/** An index in JSON: vectors by field reference; postings in the order of their keys' numbers in the vectors. */
export interface SerializedIndex {
  readonly vectors: readonly (readonly [ref: string, elements: readonly number[]])[];
  readonly postings: readonly SerializedPosting[];
}

/** A Lunr index over one segment, made of our own keys with an empty pipeline. */
export class LunrIndex {
  private readonly index: lunr.Index;
  private readonly postings: Postings;
  private readonly vectors: ReadonlyMap<string, Float32Array>;

  private constructor({ vectors, postings }: SerializedIndex) {
    this.postings = new Postings(postings);
    this.vectors = new Map(vectors.map(([ref, elements]) => [ref, Float32Array.from(elements)]));
    const attributes = {
      fields: FIELDS,
      fieldVectors: toLunrVectors(this.vectors),
      invertedIndex: this.postings.asInvertedIndex(),
      tokenSet: this.postings.asTokenSet(),
      pipeline: new lunr.Pipeline(),
    };
    // The published attributes call the vectors `documentVectors`; Lunr 2.3.9 reads `fieldVectors`.
    this.index = new lunr.Index(attributes as unknown as lunr.Index.Attributes);
  }

  /** @param average field lengths to normalise by, the same in all segments; by default this segment's own */
  static build(documents: readonly IndexDocument[], average?: AverageLengths): LunrIndex {
    const builder = new lunr.Builder();
    builder.ref('ref');
    builder.field('title', { boost: TITLE_BOOST });
    builder.field('text');
    builder.k1(K1);
    builder.b(B);
    // The fields are lists of keys already; Lunr only counts them.
    builder.tokenizer = ((keys: unknown) => keys) as typeof lunr.tokenizer;
    for (const document of documents) builder.add(document);
    // True of Lunr 2.3.9's Builder; `build` itself would also make a term set that we do not need.
    const insides = builder as unknown as BuilderInsides;
    if (average === undefined) insides.calculateAverageFieldLengths();
    else insides.averageFieldLength = average;
    insides.createFieldVectors();
    const { fieldVectors, invertedIndex } = insides;
    return new LunrIndex({
      vectors: Object.entries(fieldVectors).map(([ref, vector]) => [ref, vector.toJSON()]),
      postings: Object.entries(invertedIndex)
        .sort(([, first], [, second]) => first._index - second._index)
        .map(([key, { title, text }]) => [key, refsOf(title), refsOf(text)]),
    });
  }

  static load(serialized: SerializedIndex): LunrIndex {
    return new LunrIndex(serialized);
  }

  toJSON(): SerializedIndex {
    return {
      vectors: [...this.vectors].map(([ref, elements]) => [
        ref,
        Array.from(elements, toThreeDecimals),
      ]),
      postings: this.postings.toJSON(),
    };
  }

  /** Fields of articles that contain a key, Lunr's measure of how common it is. */
  frequency(key: string): number {
    return this.postings.frequency(key);
  }

  /**
   * Scores articles by the sum of their weighted keys.
   *
   * Lunr divides by the length of the query's vector, which differs between segments; it is multiplied back.
   */
  search(boosts: ReadonlyMap<string, number>): Map<number, number> {
    const known = [...boosts].filter(([key]) => this.frequency(key) > 0);
    const norm = Math.hypot(...known.map(([, boost]) => boost));
    const scores = new Map<number, number>();
    if (known.length === 0) return scores;
    const results = this.index.query((query) => {
      for (const [term, boost] of known) query.term(term, { boost, usePipeline: false });
    });
    for (const { ref, score } of results) scores.set(Number(ref), score * norm);
    return scores;
  }
}

/** Lunr's inverse document frequency. */
export function inverseFrequency(frequency: number, documents: number): number {
  return Math.log(1 + Math.abs((documents - frequency + 0.5) / (frequency + 0.5)));
}

function refsOf(posting: Record<string, object>): number[] {
  return Object.keys(posting).map(Number);
}

/** Lunr rounds its weights so when it builds; single precision keeps them apart. */
function toThreeDecimals(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}

function toLunrVectors(vectors: ReadonlyMap<string, Float32Array>): Record<string, lunr.Vector> {
  const made: Record<string, lunr.Vector> = Object.create(null);
  for (const [ref, elements] of vectors) {
    // Lunr only reads the elements of a field's vector, by index.
    made[ref] = new lunr.Vector(elements as unknown as number[]);
  }
  return made;
}
