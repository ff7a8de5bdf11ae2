import lunr from 'lunr';

/** The fields of an article in the index. */
export const FIELDS = ['title', 'text'] as const;
export type Field = (typeof FIELDS)[number];

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

/** A term's articles in one field, by reference. Positions are not stored: places are found in the text again. */
type Posting = { _index: number } & Record<Field, Record<string, object>>;

/** The parts of Lunr's builder that have no published type. */
interface BuilderInsides {
  invertedIndex: Record<string, Posting>;
  fieldVectors: Record<string, lunr.Vector>;
  averageFieldLength: Record<string, number>;
  documentCount: number;
  calculateAverageFieldLengths(): void;
  createFieldVectors(): void;
}

/** What an index is made of; Lunr's published attributes name it differently. */
interface IndexParts {
  readonly invertedIndex: Record<string, Posting>;
  readonly fieldVectors: Record<string, lunr.Vector>;
}

/** An index in JSON: vectors by field reference, postings by key. */
export interface SerializedIndex {
  readonly fieldVectors: readonly (readonly [ref: string, elements: readonly number[]])[];
  readonly postings: readonly (readonly [
    key: string,
    index: number,
    title: readonly number[],
    text: readonly number[],
  ])[];
}

/** Stands for "this article has the term": Lunr only reads its keys, so all can share one. */
const NO_METADATA: object = Object.freeze(Object.create(null));

/** A Lunr index over one segment, made of our own keys with an empty pipeline. */
export class LunrIndex {
  private readonly index: lunr.Index;
  private readonly parts: IndexParts;
  private readonly frequencies = new Map<string, number>();

  private constructor(parts: IndexParts) {
    this.parts = parts;
    const attributes = {
      ...parts,
      fields: FIELDS,
      pipeline: new lunr.Pipeline(),
      tokenSet: termSet(parts),
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
    sharePostings(insides.invertedIndex);
    return new LunrIndex(insides);
  }

  static load({ fieldVectors, postings }: SerializedIndex): LunrIndex {
    const parts: IndexParts = { invertedIndex: Object.create(null), fieldVectors: {} };
    for (const [ref, elements] of fieldVectors) {
      parts.fieldVectors[ref] = new lunr.Vector(elements as number[]); // Lunr does not write to a loaded vector.
    }
    for (const [key, index, title, text] of postings) {
      parts.invertedIndex[key] = { _index: index, title: toPosting(title), text: toPosting(text) };
    }
    return new LunrIndex(parts);
  }

  toJSON(): SerializedIndex {
    const { fieldVectors, invertedIndex } = this.parts;
    return {
      fieldVectors: Object.entries(fieldVectors).map(([ref, vector]) => [ref, vector.toJSON()]),
      postings: Object.entries(invertedIndex).map(([key, posting]) => [
        key,
        posting._index,
        Object.keys(posting.title).map(Number),
        Object.keys(posting.text).map(Number),
      ]),
    };
  }

  /** Fields of articles that contain a key, Lunr's measure of how common it is. */
  frequency(key: string): number {
    const known = this.frequencies.get(key);
    if (known !== undefined) return known;
    const posting = this.parts.invertedIndex[key];
    const count =
      posting === undefined
        ? 0
        : Object.keys(posting.title).length + Object.keys(posting.text).length;
    this.frequencies.set(key, count);
    return count;
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

function toPosting(refs: readonly number[]): Record<string, object> {
  const posting: Record<string, object> = Object.create(null);
  for (const ref of refs) posting[ref] = NO_METADATA;
  return posting;
}

function sharePostings(invertedIndex: Record<string, Posting>): void {
  for (const posting of Object.values(invertedIndex)) {
    for (const field of FIELDS) {
      for (const ref of Object.keys(posting[field])) posting[field][ref] = NO_METADATA;
    }
  }
}

/**
 * Lunr looks terms up in a trie that also knows wildcards and edit distances. Our terms are exact, so this answers
 * instead, and the trie's memory and building time are saved.
 */
function termSet({ invertedIndex }: IndexParts): Pick<lunr.TokenSet, 'intersect'> {
  return {
    intersect: (query) => {
      const known = query.toArray().filter((term) => term in invertedIndex);
      return { toArray: () => known } as lunr.TokenSet;
    },
  };
}
