import {
  type Resolution,
  type Resolver,
  createResolver,
  resolveAtOnce,
} from '#shared/anchoring/resolve.ts';
import type { StoredPlace } from '#shared/domain/annotation.ts';

/** A text in which stored places are searched for. */
export interface TextToSearch {
  /** Canonical text of one article. */
  readonly text: string;
  readonly contentHash: string;
}

/** The anchor of a stored place, or `not-searched` when the search broke a limit, which says nothing about the text. */
export type Found = Resolution | { readonly state: 'orphan'; readonly reason: 'not-searched' };

/** Finds stored places in the present text of an article. */
export interface AnchorFinder {
  /** Returns one result per place, in order. Never rejects: a failed search gives `not-searched`. */
  find(where: TextToSearch, places: readonly StoredPlace[]): Promise<readonly Found[]>;
}

export const NOT_SEARCHED: Found = { state: 'orphan', reason: 'not-searched' };

/** Searches in this process without limits, which is only for tools and tests. */
export function createFinderHere(): AnchorFinder {
  const resolvers = new WeakMap<TextToSearch, Resolver>();
  return {
    async find(where, places) {
      const resolver = resolvers.get(where) ?? createResolver(where.text, where.contentHash);
      resolvers.set(where, resolver);
      return places.map((place) => resolver.resolve(place));
    },
  };
}

/** Returns what is known without a search, because the text is unchanged or lacks the words; otherwise `null`. */
export const findAtOnce = ({ text, contentHash }: TextToSearch, place: StoredPlace): Found | null =>
  resolveAtOnce(text, contentHash, place);
