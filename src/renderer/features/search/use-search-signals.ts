import { useEffect } from 'react';
import type { SearchResult } from '#shared/domain/search-result.ts';
import { translate } from '#shared/i18n/translate.ts';
import { afterPaint } from '#renderer/ui/after-paint.ts';
import { announce } from '#renderer/ui/live.ts';
import type { Found } from './facets.ts';
import { countPlaces } from './Summary.tsx';

/** Rest after the last change before the results are spoken, in milliseconds. */
const ANNOUNCE_DELAY_MS = 700;

/** Says the settled results aloud, and marks the moment the first ones are painted. */
export function useSearchSignals(
  answered: boolean,
  result: SearchResult | undefined,
  shown: readonly Found[],
): void {
  useEffect(() => {
    if (answered) return afterPaint(markAnswered);
  }, [answered]);

  const [articles, places] = [shown.length, countPlaces(shown)];
  useEffect(() => {
    if (!answered || !result) return;
    const timer = setTimeout(() => {
      announce(
        articles === 0
          ? translate('search.none', { q: result.text })
          : translate('live.results', {
              articles: translate('common.articles', { n: articles }),
              matches: translate('common.matches', { n: places }),
            }),
      );
    }, ANNOUNCE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [answered, result, articles, places]);
}

function markAnswered(): void {
  const { dataset } = document.documentElement;
  if (dataset['search'] === 'answered') return;
  dataset['search'] = 'answered';
  performance.mark('search-answered');
}
