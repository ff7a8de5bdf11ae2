import type { ArticleId } from '#shared/domain/article.ts';
import type { AnnotationQuery, Matching, SearchQuery } from '#shared/domain/search.ts';
import type {
  AnnotationResult,
  Coverage,
  CoveredResult,
  Match,
} from '#shared/domain/search-result.ts';
import type { ArticleAnnotations } from './annotation-index.ts';
import type { SearchableArticle } from './engine.ts';
import type { OwnSource } from './own-index.ts';

/** A change that the main process sends to the search worker. Only `init` is answered, with `ready`. */
export type SearchUpdate =
  | {
      readonly kind: 'init';
      /** Exactly the articles of the shipped index. */
      readonly articles: readonly SearchableArticle[];
      readonly shippedIndex: Uint8Array | null;
    }
  /** The reader's own articles, which the worker reads itself. It is sent after `init`, at most once. */
  | { readonly kind: 'own'; readonly source: OwnSource }
  | { readonly kind: 'add'; readonly articles: readonly SearchableArticle[] }
  | { readonly kind: 'remove'; readonly ids: readonly ArticleId[] }
  /** The file of an own article came or changed. */
  | { readonly kind: 'reread'; readonly articleId: ArticleId }
  | { readonly kind: 'put-annotations'; readonly of: readonly ArticleAnnotations[] }
  /** Cancels a question; one that has not been started is dropped. */
  | { readonly kind: 'cancel'; readonly id: number };

/** A question of the main process; its answer has the same id. */
export type SearchQuestion = { readonly id: number } & (
  | { readonly kind: 'query'; readonly query: SearchQuery }
  | { readonly kind: 'query-annotations'; readonly query: AnnotationQuery }
  | {
      readonly kind: 'locate';
      readonly articleId: ArticleId;
      readonly text: string;
      readonly matching: Matching;
    }
);

export type SearchRequest = SearchUpdate | SearchQuestion;

export type SearchAnswer =
  | { readonly kind: 'ready'; readonly built: 'shipped' | 'rebuilt'; readonly ms: number }
  /**
   * What an answer would cover now. It is sent while own articles are loaded from the disk, and once more when all
   * are loaded.
   */
  | { readonly kind: 'progress'; readonly coverage: Coverage }
  /** The file of this article cannot be read, so no answer will contain it; each worker reports it once. */
  | { readonly kind: 'unreadable'; readonly articleId: ArticleId }
  | { readonly kind: 'result'; readonly id: number; readonly result: CoveredResult }
  | { readonly kind: 'annotations'; readonly id: number; readonly result: AnnotationResult }
  | { readonly kind: 'matches'; readonly id: number; readonly matches: readonly Match[] };
