import { numbersUpTo } from './word-postings.ts';

/** A key with the numbers of the articles that contain it and Lunr's weights, one entry for each field. */
export type KeyPostings = readonly [
  key: string,
  refs: readonly number[],
  weights: readonly number[],
];

/** The same postings in columns, as they are kept in memory and on the disk. */
export interface PostingColumns {
  readonly keys: readonly string[];
  /**
   * The entries of key n are those from `starts[n]` up to, but not including, `starts[n + 1]` in the other two
   * arrays.
   */
  readonly starts: Uint32Array;
  readonly refs: Uint16Array | Uint32Array;
  readonly weights: Float32Array;
}

/**
 * Lunr's weights by key in typed arrays, which take a tenth of the memory of Lunr's own objects. An article that has
 * a key in both title and text has two entries.
 */
export class Postings {
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly starts: Uint32Array;
  private readonly refs: Uint16Array | Uint32Array;
  private readonly weights: Float32Array;

  constructor({ keys, starts, refs, weights }: PostingColumns) {
    this.numbers = new Map(keys.map((key, number) => [key, number]));
    this.starts = starts;
    this.refs = refs;
    this.weights = weights;
  }

  static of(postings: readonly KeyPostings[]): Postings {
    return new Postings(toColumns(postings));
  }

  columns(): PostingColumns {
    const { starts, refs, weights } = this;
    return { keys: [...this.numbers.keys()], starts, refs, weights };
  }

  /** Number of article fields that contain a key. */
  frequency(key: string): number {
    const number = this.numbers.get(key);
    return number === undefined ? 0 : this.start(number + 1) - this.start(number);
  }

  /** Adds a key's weights, multiplied by a boost, to the scores of its articles. */
  addTo(scores: Float64Array, key: string, boost: number): void {
    const number = this.numbers.get(key);
    if (number === undefined) return;
    const end = this.start(number + 1);
    for (let at = this.start(number); at < end; at += 1) {
      const ref = this.refs[at] ?? 0;
      scores[ref] = (scores[ref] ?? 0) + boost * (this.weights[at] ?? 0);
    }
  }

  private start(number: number): number {
    return this.starts[number] ?? 0;
  }
}

function toColumns(postings: readonly KeyPostings[]): PostingColumns {
  const size = postings.reduce((sum, [, refs]) => sum + refs.length, 0);
  const highest = postings.reduce(
    (most, [, refs]) => refs.reduce((a, b) => Math.max(a, b), most),
    0,
  );
  const starts = new Uint32Array(postings.length + 1);
  const refs = numbersUpTo(highest, size);
  const weights = new Float32Array(size);
  let at = 0;
  for (const [number, [, keyRefs, keyWeights]] of postings.entries()) {
    refs.set(keyRefs, at);
    weights.set(keyWeights, at);
    at += keyRefs.length;
    starts[number + 1] = at;
  }
  return { keys: postings.map(([key]) => key), starts, refs, weights };
}
