import type { ArticleId } from '#shared/domain/article.ts';
import { MATCHINGS } from '#shared/domain/choices.ts';
import { ARTICLE_ID } from '#shared/domain/limits.ts';
import type { Matching } from '#shared/domain/search.ts';
import type { Span } from '#shared/domain/span.ts';
import { PAGES, PLAIN_PAGES, type LinkedPage, type PlainPage } from './pages.ts';

export const ANNOTATION_TABS = ['highlights', 'bookmarks', 'tags'] as const;
export type AnnotationTab = (typeof ANNOTATION_TABS)[number];

/** A page of the table `PAGES` with the parameters of its address. */
export type Route =
  | PlainRoute
  | { readonly page: 'annotations'; readonly tab: AnnotationTab }
  | { readonly page: 'search'; readonly text: string; readonly matching: Matching }
  | {
      readonly page: 'article';
      /** `null` when the address has no possible id; the page then says that there is no such article. */
      readonly articleId: ArticleId | null;
      /** The span of the canonical text to open at, UTF-16 offsets; `null` opens where the reader stopped. */
      readonly at: Span | null;
      /** The text of the find bar, such as after a click on a search hit. */
      readonly find: string;
      readonly matching: Matching;
    };

/** A route without parameters. */
type PlainRoute = { [Page in PlainPage]: { readonly page: Page } }[PlainPage];

export const LIBRARY: Route = { page: 'library' };
export const ANNOTATIONS: Route = { page: 'annotations', tab: 'highlights' };
export const TAGS: Route = { page: 'annotations', tab: 'tags' };

export const SEARCH: Route = { page: 'search', text: '', matching: 'close' };

/** The route of an article, by default at the reading position. */
export function articleRoute(
  articleId: ArticleId,
  options: { at?: Span | null; find?: string; matching?: Matching } = {},
): Route {
  return {
    page: 'article',
    articleId,
    at: options.at ?? null,
    find: options.find ?? '',
    matching: options.matching ?? 'close',
  };
}

/** Reads an address. One that cannot be read leads to the library. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const params = new URLSearchParams(query);
  const matching = MATCHINGS.find((name) => name === params.get('matching')) ?? 'close';
  const text = params.get('q') ?? '';
  const plain = PLAIN_PAGES.find((page) => PAGES[page].path === path);
  if (plain) return { page: plain };
  if (path === 'search') return { page: 'search', text, matching };
  if (path === 'annotations') return ANNOTATIONS;
  const tab = ANNOTATION_TABS.find((name) => path === `annotations/${name}`);
  if (tab) return { page: 'annotations', tab };
  if (path.startsWith('article/')) {
    const id = path.slice('article/'.length);
    const at = parseSpan(params.get('at'));
    // The cast is safe, because the brand stands for this pattern, which `articleIdSchema` checks, too.
    const articleId = ARTICLE_ID.test(id) ? (id as ArticleId) : null;
    return { page: 'article', articleId, at, find: text, matching };
  }
  return LIBRARY;
}

/** Writes the address of a route: `parseRoute(formatRoute(route))` equals the route. */
export function formatRoute(route: Route): string {
  switch (route.page) {
    case 'annotations':
      return route.tab === 'highlights' ? '#/annotations' : `#/annotations/${route.tab}`;
    case 'search':
      return `#/search${queryOf({ q: route.text, matching: matchingOf(route.matching) })}`;
    case 'article': {
      const at = route.at ? `${route.at.start}-${route.at.end}` : '';
      const query = queryOf({ at, q: route.find, matching: matchingOf(route.matching) });
      return `#/article/${route.articleId ?? ''}${query}`;
    }
    default:
      return plainAddress(route.page);
  }
}

const plainAddress = (page: PlainPage): string => `#/${PAGES[page].path}`;

/** Returns the route that the navigation and the command of a page open. */
export const openingRoute = (page: LinkedPage): Route => parseRoute(PAGES[page].path);

const matchingOf = (matching: Matching): string => (matching === 'close' ? '' : matching);

function queryOf(values: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

function parseSpan(value: string | null): Span | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(value ?? '');
  if (!match) return null;
  const [start, end] = [Number(match[1]), Number(match[2])];
  return start < end ? { start, end } : null;
}
