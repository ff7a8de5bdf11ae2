import type { Article, ArticleId } from '#shared/domain/article.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Dial, Place, SearchQuery, SearchResult } from '#shared/domain/search.ts';

/** What the search needs of an article. */
export type SearchableArticle = Pick<Article, 'id' | 'title' | 'blocks' | 'contentHash'>;

/** Why a prebuilt index cannot be used; the answer is always to build it again. */
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
export interface SearchEngine {
  /** Adds articles, or replaces those with a known id. */
  add(articles: readonly SearchableArticle[]): void;
  remove(ids: readonly ArticleId[]): void;
  query(query: SearchQuery, options?: QueryOptions): SearchResult;
  /** Places inside one article in reading order, title first; empty when the article is unknown. */
  locate(articleId: ArticleId, text: string, dial: Dial): Place[];
  /** The index as text, for `importIndex` of an engine with the same analyzer. */
  exportIndex(): string;
  /** Takes over an index made for exactly these articles, and the articles. */
  importIndex(serialized: string, articles: readonly SearchableArticle[]): Result<null, IndexError>;
}
