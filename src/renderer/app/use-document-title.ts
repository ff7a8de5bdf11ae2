import { useEffect } from 'react';
import { useLibrary } from '#renderer/bridge/queries.ts';
import type { Route } from '#renderer/routes/route.ts';
import { translate } from '#shared/i18n/translate.ts';

/** Names the open page in the title of the window and announces it to screen readers. */
export function useDocumentTitle(route: Route): void {
  const { data: library } = useLibrary();
  const articleId = route.page === 'article' ? route.articleId : null;
  const article = library?.find(({ id }) => id === articleId)?.title;
  const title = translate('app.title', { page: article ?? translate(PAGE_NAMES[route.page]) });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

const PAGE_NAMES = {
  library: 'nav.library',
  continue: 'nav.continue',
  saved: 'nav.saved',
  annotations: 'nav.annotations',
  search: 'nav.search',
  settings: 'nav.settings',
  article: 'reader.label',
} as const;
