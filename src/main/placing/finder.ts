import {
  type Resolution,
  type Resolver,
  createResolver,
  resolveAtOnce,
} from '#shared/anchoring/resolve.ts';
import type { StoredPlace } from '#shared/domain/annotation.ts';

/** A text in which places are looked for. */
export interface TextToSearch {
  /** Canonical text of one article. */
  readonly text: string;
  readonly contentHash: string;
}

/** Where a place stands; `not-searched` when looking for it broke a limit, which says nothing of the text. */
export type Found = Resolution | { readonly state: 'orphan'; readonly reason: 'not-searched' };

/** Finds stored places in a text as it is now. */
export interface PlaceFinder {
  /** In the order of the places. Never rejects: a place that cannot be looked for is `not-searched`. */
  find(where: TextToSearch, places: readonly StoredPlace[]): Promise<readonly Found[]>;
}

export const NOT_SEARCHED: Found = { state: 'orphan', reason: 'not-searched' };

/** Looks in this process, without limits: for tools and tests, not for the app. */
export function createFinderHere(): PlaceFinder {
  const resolvers = new WeakMap<TextToSearch, Resolver>();
  return {
    async find(where, places) {
      const resolver = resolvers.get(where) ?? createResolver(where.text, where.contentHash);
      resolvers.set(where, resolver);
      return places.map((place) => resolver.resolve(place));
    },
  };
}

/** What needs no looking: the place is where it says, or there is no hope; else `null`. */
export const findAtOnce = ({ text, contentHash }: TextToSearch, place: StoredPlace): Found | null =>
  resolveAtOnce(text, contentHash, place);
