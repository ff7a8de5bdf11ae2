import { numbersUpTo } from './word-postings.ts';

/** A key with, for each article and field that has it, the article's number and Lunr's weight. */
export type KeyPostings = readonly [
  key: string,
  refs: readonly number[],
  weights: readonly number[],
];

/** The same in columns, as it is kept in memory and on the disk. */
export interface PostingColumns {
  readonly keys: readonly string[];
  /** Of key n, `starts[n]` to `starts[n + 1]` in both other arrays. */
  readonly starts: Uint32Array;
  readonly refs: Uint16Array | Uint32Array;
  readonly weights: Float32Array;
}

/**
 * Lunr's weights by key, in typed arrays: a tenth of the size of Lunr's own objects. An article that has a key in
 * title and text stands there twice.
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

  /** Fields of articles that contain a key. */
  frequency(key: string): number {
    const number = this.numbers.get(key);
    return number === undefined ? 0 : this.start(number + 1) - this.start(number);
  }

  /** Adds a key's weights, times a boost, to the scores of its articles. */
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
  for (const [number, [, itsRefs, itsWeights]] of postings.entries()) {
    refs.set(itsRefs, at);
    weights.set(itsWeights, at);
    at += itsRefs.length;
    starts[number + 1] = at;
  }
  return { keys: postings.map(([key]) => key), starts, refs, weights };
}
