import type { ArticleId } from '#shared/domain/article.ts';
import type { Dial, Place, SearchQuery, SearchResult } from '#shared/domain/search.ts';
import type { SearchableArticle } from './engine.ts';

/** What the main process asks of the search worker. Every request but `init` and `cancel` is answered by its id. */
export type SearchRequest =
  | {
      readonly kind: 'init';
      readonly articles: readonly SearchableArticle[];
      readonly prebuiltIndex: string | null;
    }
  | { readonly kind: 'query'; readonly id: number; readonly query: SearchQuery }
  | {
      readonly kind: 'locate';
      readonly id: number;
      readonly articleId: ArticleId;
      readonly text: string;
      readonly dial: Dial;
    }
  /** The answer is no longer wanted; a request that has not begun is dropped. */
  | { readonly kind: 'cancel'; readonly id: number };

export type SearchAnswer =
  | { readonly kind: 'ready'; readonly built: 'shipped' | 'rebuilt'; readonly ms: number }
  | { readonly kind: 'result'; readonly id: number; readonly result: SearchResult }
  | { readonly kind: 'places'; readonly id: number; readonly places: readonly Place[] };
