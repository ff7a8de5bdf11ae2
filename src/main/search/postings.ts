import type lunr from 'lunr';
import { numbersUpTo } from './word-postings.ts';

/** The fields of an article in the index. */
export const FIELDS = ['title', 'text'] as const;
export type Field = (typeof FIELDS)[number];

/** A key with the numbers of the articles that have it in each field, ascending. */
export type SerializedPosting = readonly [
  key: string,
  title: readonly number[],
  text: readonly number[],
];

/** A term's articles in one field, by reference, as Lunr reads it. */
export type Posting = { _index: number } & Record<Field, Record<string, object>>;

/** Stands for "this article has the term": Lunr only reads its keys, so all can share one. */
const NO_METADATA: object = Object.freeze(Object.create(null));
const NO_ARTICLES: Record<string, object> = Object.freeze(Object.create(null));

/**
 * The inverted index in typed arrays, a tenth of the size of Lunr's objects. Lunr gets the objects it expects one
 * term at a time, when a query asks for them.
 */
export class Postings {
  private readonly numbers = new Map<string, number>();
  /** Of field f and key n, `refs[starts[2n + f]]` to `refs[starts[2n + f + 1]]`. */
  private readonly starts: Uint32Array;
  private readonly refs: Uint16Array | Uint32Array;

  constructor(postings: readonly SerializedPosting[]) {
    const size = postings.reduce((sum, [, title, text]) => sum + title.length + text.length, 0);
    this.starts = new Uint32Array(postings.length * FIELDS.length + 1);
    const articles = postings.reduce(
      (most, [, title, text]) => Math.max(most, title.at(-1) ?? 0, text.at(-1) ?? 0),
      0,
    );
    this.refs = numbersUpTo(articles, size);
    let at = 0;
    for (const [number, [key, ...fields]] of postings.entries()) {
      this.numbers.set(key, number);
      for (const [field, refs] of fields.entries()) {
        this.refs.set(refs, at);
        at += refs.length;
        this.starts[number * FIELDS.length + field + 1] = at;
      }
    }
  }

  /** Fields of articles that contain a key. */
  frequency(key: string): number {
    const number = this.numbers.get(key);
    return number === undefined
      ? 0
      : FIELDS.reduce((sum, _, field) => sum + this.articles(number, field).length, 0);
  }

  toJSON(): SerializedPosting[] {
    return [...this.numbers].map(([key, number]) => [
      key,
      [...this.articles(number, 0)],
      [...this.articles(number, 1)],
    ]);
  }

  /** What Lunr indexes by a term: it reads `index[term]` and nothing else. */
  asInvertedIndex(): Record<string, Posting> {
    return new Proxy<Record<string, Posting>>(Object.create(null), {
      get: (_, key) => (typeof key === 'string' ? this.toLunr(key) : undefined),
    });
  }

  /**
   * Lunr looks terms up in a trie that also knows wildcards and edit distances. Our terms are exact, so this
   * answers instead, and the trie's memory and building time are saved.
   */
  asTokenSet(): Pick<lunr.TokenSet, 'intersect'> {
    return {
      intersect: (query) => {
        const known = query.toArray().filter((term) => this.numbers.has(term));
        return { toArray: () => known } as lunr.TokenSet; // Lunr only lists what is left.
      },
    };
  }

  private toLunr(key: string): Posting | undefined {
    const number = this.numbers.get(key);
    if (number === undefined) return undefined;
    return {
      _index: number,
      title: toObject(this.articles(number, 0)),
      text: toObject(this.articles(number, 1)),
    };
  }

  private articles(number: number, field: number): Uint16Array | Uint32Array {
    const at = number * FIELDS.length + field;
    return this.refs.subarray(this.starts[at], this.starts[at + 1]);
  }
}

function toObject(refs: Uint16Array | Uint32Array): Record<string, object> {
  if (refs.length === 0) return NO_ARTICLES;
  const posting: Record<string, object> = Object.create(null);
  for (const ref of refs) posting[ref] = NO_METADATA;
  return posting;
}
