import { BridgeError } from '#renderer/bridge/bridge.ts';
import { useArticle, useMarks, useSettings } from '#renderer/bridge/queries.ts';
import { LIBRARY, type Route } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { settingsOf } from '#shared/domain/appearance.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Reader } from './Reader.tsx';

type ArticleRoute = Extract<Route, { page: 'article' }>;

/** The page of one article, or one that says that there is no such article. */
export function ReaderPage({ route }: { route: ArticleRoute }) {
  return route.articleId === null ? (
    <NoSuchArticle />
  ) : (
    <LoadedArticle route={route} articleId={route.articleId} />
  );
}

function LoadedArticle({ route, articleId }: { route: ArticleRoute; articleId: ArticleId }) {
  const article = useArticle(articleId);
  const { marks, loaded } = useMarks(articleId);
  const { data: settings } = useSettings();
  if (article.error instanceof BridgeError && article.error.failure.code === 'library/not-found')
    return <NoSuchArticle />;
  if (article.error) throw article.error;
  if (!article.data || !loaded || !settings) return null;
  return (
    <Reader
      article={article.data}
      marks={marks}
      settings={settingsOf(settings, articleId)}
      route={route}
    />
  );
}

function NoSuchArticle() {
  return (
    <EmptyState title={translate('reader.notFound')} hint={translate('reader.notFoundHint')}>
      <Button kind="primary" onClick={() => navigate(LIBRARY)}>
        {translate('reader.backToLibrary')}
      </Button>
    </EmptyState>
  );
}
