import type { Article, ArticleId } from '#shared/domain/article.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Matching, SearchQuery } from '#shared/domain/search.ts';
import type { Match, SearchResult } from '#shared/domain/search-result.ts';

/** The fields of an article that the search needs. */
export interface SearchableArticle extends Pick<
  Article,
  'id' | 'title' | 'blocks' | 'contentHash' | 'structure'
> {
  /** The version of the converters that found the structure; missing for a bundled article. */
  readonly convertedBy?: number | undefined;
}

/** A part of the index of the reader's own articles. All parts together contain the library. */
export interface IndexPart {
  readonly articles: readonly unknown[];
}

/** True when the library contains this article with this title and text. See `stampOf`. */
export type IsWanted = (id: ArticleId, stamp: string) => boolean;

export interface LoadedPart<Part> {
  /** The articles that were loaded. */
  readonly ids: readonly ArticleId[];
  /** The part as it was stored, or `null` when its articles were added to the open part instead. */
  readonly part: Part | null;
}

/** Why a stored index cannot be used; the index is then built again. */
export interface IndexError {
  readonly code: 'search/index-damaged' | 'search/index-stale';
}

export interface QueryOptions {
  /** Most hits to return with matches and snippets. */
  readonly limit?: number;
}

/**
 * The interface of a search engine. Everything is synchronous and in memory, because an engine lives in a worker. No
 * query can make it throw.
 */
export interface SearchEngine<Part extends IndexPart = IndexPart> {
  /** Adds articles, or replaces those with a known id. */
  add(articles: readonly SearchableArticle[]): void;
  remove(ids: readonly ArticleId[]): void;
  /** Number of articles that a query searches. */
  readonly articleCount: number;
  query(query: SearchQuery, options?: QueryOptions): SearchResult;
  /** Returns the matches in one article in reading order, title first; empty when the article is unknown. */
  locate(articleId: ArticleId, text: string, matching: Matching): Match[];
  /** Loads the part that ships with the app (from `buildIndex`), if it was made from exactly these articles. */
  loadShipped(bytes: Uint8Array, articles: readonly SearchableArticle[]): Result<null, IndexError>;
  /** Returns the sealed parts except the shipped one. A sealed part always stays the same object. */
  sealed(): readonly Part[];
  /**
   * Returns all parts except the shipped one. The last one is the open part, which is a new object after every
   * change.
   */
  parts(): readonly Part[];
  /** Merges small parts into large ones. It takes seconds, so it should run when the worker is idle. */
  tidy(): void;
  encodePart(part: Part): Uint8Array;
  /** Loads a stored part without the articles that are not wanted. */
  loadPart(bytes: Uint8Array, isWanted: IsWanted): Result<LoadedPart<Part>, IndexError>;
}
