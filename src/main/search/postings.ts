import { numbersUpTo } from './word-postings.ts';

/** A key with, for each article and field that has it, the article's number and Lunr's weight. */
export type SerializedPosting = readonly [
  key: string,
  refs: readonly number[],
  weights: readonly number[],
];

/**
 * Lunr's weights by key, in typed arrays: a tenth of the size of Lunr's own objects. An article that has a key in
 * title and text stands there twice.
 */
export class Postings {
  private readonly numbers = new Map<string, number>();
  /** Of key n, `starts[n]` to `starts[n + 1]` in both arrays. */
  private readonly starts: Uint32Array;
  private readonly refs: Uint16Array | Uint32Array;
  private readonly weights: Float32Array;

  constructor(postings: readonly SerializedPosting[]) {
    const size = postings.reduce((sum, [, refs]) => sum + refs.length, 0);
    const highest = postings.reduce(
      (most, [, refs]) => refs.reduce((a, b) => Math.max(a, b), most),
      0,
    );
    this.starts = new Uint32Array(postings.length + 1);
    this.refs = numbersUpTo(highest, size);
    this.weights = new Float32Array(size);
    let at = 0;
    for (const [number, [key, refs, weights]] of postings.entries()) {
      this.numbers.set(key, number);
      this.refs.set(refs, at);
      this.weights.set(weights, at);
      at += refs.length;
      this.starts[number + 1] = at;
    }
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

  toJSON(): SerializedPosting[] {
    return [...this.numbers].map(([key, number]) => {
      const [start, end] = [this.start(number), this.start(number + 1)];
      return [
        key,
        Array.from(this.refs.subarray(start, end)),
        Array.from(this.weights.subarray(start, end), toThreeDecimals),
      ];
    });
  }

  private start(number: number): number {
    return this.starts[number] ?? 0;
  }
}

/** Lunr rounds its weights so when it builds; single precision keeps them apart. */
function toThreeDecimals(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
