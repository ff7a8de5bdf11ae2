import { useEffect } from 'react';
import { useLibrary } from '#renderer/bridge/queries.ts';
import { PAGES } from '#renderer/routes/pages.ts';
import type { Route } from '#renderer/routes/route.ts';
import { translate } from '#shared/i18n/translate.ts';

/** Names the open page in the title of the window and announces it to screen readers. */
export function useDocumentTitle(route: Route): void {
  const { data: library } = useLibrary();
  const articleId = route.page === 'article' ? route.articleId : null;
  const article = library?.find(({ id }) => id === articleId)?.title;
  const title = translate('app.title', { page: article ?? translate(PAGES[route.page].title) });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
