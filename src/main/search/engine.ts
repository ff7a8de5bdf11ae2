import type { Article, ArticleId } from '#shared/domain/article.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Dial, SearchQuery } from '#shared/domain/search.ts';
import type { Place, SearchResult } from '#shared/domain/search-result.ts';

/** What the search needs of an article. */
export type SearchableArticle = Pick<Article, 'id' | 'title' | 'blocks' | 'contentHash'>;

/** A part of the index over the reader's own articles; the library can be put together from its parts. */
export interface IndexPart {
  readonly articles: readonly unknown[];
}

/** Whether an article of a stored part is in the library, with this title and text. See `stampOf`. */
export type IsWanted = (id: ArticleId, stamp: string) => boolean;

export interface LoadedPart<Part> {
  /** The articles that are now there. */
  readonly ids: readonly ArticleId[];
  /** The part as it was stored, or `null` when its articles went into another. */
  readonly part: Part | null;
}

/** Why a stored index cannot be used; the answer is always to build it again. */
export interface IndexError {
  readonly code: 'search/index-damaged' | 'search/index-stale';
}

export interface QueryOptions {
  /** Most hits to describe with places and snippets. */
  readonly limit?: number;
}

/**
 * The port behind which the search engine stands. Everything is synchronous and in memory: an engine lives in a
 * worker. No query can make it throw.
 */
export interface SearchEngine<Part extends IndexPart = IndexPart> {
  /** Adds articles, or replaces those with a known id. */
  add(articles: readonly SearchableArticle[]): void;
  remove(ids: readonly ArticleId[]): void;
  /** Articles that a query knows. */
  readonly articleCount: number;
  query(query: SearchQuery, options?: QueryOptions): SearchResult;
  /** Places inside one article in reading order, title first; empty when the article is unknown. */
  locate(articleId: ArticleId, text: string, dial: Dial): Place[];
  /** Takes over the part that comes with the app, from `buildIndex`, if it was made for exactly these articles. */
  loadShipped(bytes: Uint8Array, articles: readonly SearchableArticle[]): Result<null, IndexError>;
  /** The sealed parts but the shipped one; each is the same object for ever. */
  sealed(): readonly Part[];
  /** All parts but the shipped one; the tip, the last one, is another object after every change. */
  parts(): readonly Part[];
  /** Makes large parts of small ones; for when nothing else is to be done. */
  tidy(): void;
  encodePart(part: Part): Uint8Array;
  /** Takes over a part that was stored; what is not wanted of it is left out. */
  loadPart(bytes: Uint8Array, isWanted: IsWanted): Result<LoadedPart<Part>, IndexError>;
}
