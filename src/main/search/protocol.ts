import type { ArticleId } from '#shared/domain/article.ts';
import type { AnnotationQuery, Dial, SearchQuery } from '#shared/domain/search.ts';
import type {
  AnnotationResult,
  Coverage,
  CoveredResult,
  Place,
} from '#shared/domain/search-result.ts';
import type { ArticleAnnotations } from './annotation-index.ts';
import type { SearchableArticle } from './engine.ts';
import type { OwnSource } from './own-index.ts';

/** What the main process tells the search worker; none is answered but `init`, with `ready`. */
export type SearchNews =
  | {
      readonly kind: 'init';
      /** Exactly the articles of the shipped index. */
      readonly articles: readonly SearchableArticle[];
      readonly shippedIndex: Uint8Array | null;
    }
  /** The reader's own articles, which the worker reads itself; comes after `init`, at most once. */
  | { readonly kind: 'own'; readonly source: OwnSource }
  | { readonly kind: 'add'; readonly articles: readonly SearchableArticle[] }
  | { readonly kind: 'remove'; readonly ids: readonly ArticleId[] }
  | { readonly kind: 'put-annotations'; readonly of: readonly ArticleAnnotations[] }
  /** The answer is no longer wanted; a question that has not begun is dropped. */
  | { readonly kind: 'cancel'; readonly id: number };

/** What the main process asks; each question is answered by its id. */
export type SearchQuestion = { readonly id: number } & (
  | { readonly kind: 'query'; readonly query: SearchQuery }
  | { readonly kind: 'query-annotations'; readonly query: AnnotationQuery }
  | {
      readonly kind: 'locate';
      readonly articleId: ArticleId;
      readonly text: string;
      readonly dial: Dial;
    }
);

export type SearchRequest = SearchNews | SearchQuestion;

export type SearchAnswer =
  | { readonly kind: 'ready'; readonly built: 'shipped' | 'rebuilt'; readonly ms: number }
  /** What an answer would cover now: sent while own articles come in from the disk, and when all are there. */
  | { readonly kind: 'progress'; readonly coverage: Coverage }
  /** No answer will have this article, because its file cannot be read; said once by each worker. */
  | { readonly kind: 'unreadable'; readonly articleId: ArticleId }
  | { readonly kind: 'result'; readonly id: number; readonly result: CoveredResult }
  | { readonly kind: 'annotations'; readonly id: number; readonly result: AnnotationResult }
  | { readonly kind: 'places'; readonly id: number; readonly places: readonly Place[] };
