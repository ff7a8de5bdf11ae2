import { useEffect, useRef } from 'react';
import type { CoveredResult } from '#shared/domain/search-result.ts';
import { translate } from '#shared/i18n/translate.ts';
import { afterPaint } from '#renderer/ui/after-paint.ts';
import { announce } from '#renderer/ui/live.ts';
import type { Found } from './facets.ts';
import { countMatches, isPartial } from './Summary.tsx';

/** The time from the last change until the results are announced, ms. */
const ANNOUNCE_DELAY_MS = 700;

/**
 * Announces the results to screen readers when they have settled, and marks the moment when the first ones are
 * painted.
 */
export function useSearchSignals(
  answered: boolean,
  result: CoveredResult | undefined,
  shown: readonly Found[],
): void {
  useEffect(() => {
    if (answered) return afterPaint(markAnswered);
  }, [answered]);

  const text = result?.text;
  const isIncomplete = result !== undefined && isPartial(result);
  const spoken = describe(text, isIncomplete, shown);
  const latest = useRef(spoken);
  latest.current = spoken;
  // While the library is still being read, the counts change with every renewal. They are announced once, and again
  // when the answer is complete.
  const occasion = isIncomplete ? `partial ${text ?? ''}` : spoken;
  useEffect(() => {
    if (!answered || occasion === '') return;
    const timer = setTimeout(() => announce(latest.current), ANNOUNCE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [answered, text, occasion]);
}

function describe(
  text: string | undefined,
  isIncomplete: boolean,
  shown: readonly Found[],
): string {
  if (text === undefined) return '';
  if (shown.length === 0) {
    return translate(isIncomplete ? 'search.noneYet' : 'search.none', { q: text });
  }
  return translate(isIncomplete ? 'live.resultsSoFar' : 'live.results', {
    articles: translate('common.articles', { n: shown.length }),
    matches: translate('common.matches', { n: countMatches(shown) }),
  });
}

function markAnswered(): void {
  const { dataset } = document.documentElement;
  if (dataset['search'] === 'answered') return;
  dataset['search'] = 'answered';
  performance.mark('search-answered');
}
