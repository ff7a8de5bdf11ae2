import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { articleIdSchema } from '#shared/domain/article.ts';
import { PLAIN_PAGES } from './pages.ts';
import { type Route, articleRoute, formatRoute, parseRoute } from './route.ts';

const id = v.parse(articleIdSchema, 'border-information-exchange');

describe('route', () => {
  it.each<Route>([
    ...PLAIN_PAGES.map((page) => ({ page })),
    { page: 'annotations', tab: 'highlights' },
    { page: 'annotations', tab: 'bookmarks' },
    { page: 'annotations', tab: 'tags' },
    { page: 'search', text: '«الحدود» & 50% #؟', matching: 'family' },
    articleRoute(id),
    articleRoute(id, { at: { start: 3, end: 9 }, find: 'داعش', matching: 'exact' }),
  ])('reads back what it wrote: %j', (route) => {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it.each(['', '#', '#/nothing', '#/article', '#%%%'])('leads to the library from %j', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'library' });
  });

  it('answers an article without id for an impossible id, so that the page can say so', () => {
    expect(parseRoute('#/article/../../etc')).toMatchObject({ page: 'article', articleId: null });
  });
});
