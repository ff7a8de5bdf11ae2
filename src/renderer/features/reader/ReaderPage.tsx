import { BridgeError } from '#renderer/bridge/bridge.ts';
import { useCallback, useState } from 'react';
import { useArticle, useMarks, useReading, useSettings } from '#renderer/bridge/queries.ts';
import { LIBRARY, type Route } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { settingsOf } from '#shared/domain/appearance.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Reader } from './Reader.tsx';
import { TroubledArticle, isTroubled } from './chrome/TroubledArticle.tsx';
import { isLong } from './text/stretches/cut-stretches.ts';

type ArticleRoute = Extract<Route, { page: 'article' }>;

/** The page of one article, or a page that says that the article does not exist. */
export function ReaderPage({ route }: { route: ArticleRoute }) {
  return route.articleId === null ? (
    <NoSuchArticle />
  ) : (
    <LoadedMarks route={route} articleId={route.articleId} />
  );
}

function LoadedMarks({ route, articleId }: { route: ArticleRoute; articleId: ArticleId }) {
  const article = useArticle(articleId);
  const reading = useReading(articleId);
  const [drawn, setDrawn] = useState<ArticleId | null>(null);
  const handleDrawn = useCallback(() => setDrawn(articleId), [articleId]);
  // Reading thousands of marks takes longer than showing the first words, so the marks of a long article come later.
  const wordsFirst = article.data !== undefined && isLong(article.data.blocks);
  const { marks, loaded } = useMarks(
    articleId,
    article.data !== undefined && (!wordsFirst || drawn === articleId),
  );
  const { data: settings } = useSettings();
  if (article.error instanceof BridgeError) {
    const { failure } = article.error;
    if (failure.code === 'library/not-found') return <NoSuchArticle />;
    if (isTroubled(failure.code))
      return <TroubledArticle failure={failure} onRetry={() => void article.refetch()} />;
  }
  if (article.error) throw article.error;
  if (!article.data || reading === undefined || !settings) return null;
  if (!wordsFirst && !loaded) return null;
  return (
    <Reader
      article={article.data}
      marks={marks}
      marksLoaded={loaded}
      reading={reading}
      settings={settingsOf(settings, articleId)}
      route={route}
      onDrawn={handleDrawn}
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
