import { useEffect } from 'react';
import type { Coverage } from '#shared/domain/search-result.ts';
import { translate } from '#shared/i18n/translate.ts';
import { useSearchStatus } from '#renderer/bridge/search-queries.ts';
import { Spinner } from '#renderer/ui/Spinner.tsx';
import { announce } from '#renderer/ui/live.ts';
import { useLasting } from '#renderer/ui/use-lasting.ts';
import type { SearchPageState } from './use-search-page.ts';
import styles from './ProgressLine.module.css';

/** How long a search may take before the line appears, ms. */
const QUIET_MS = 300;

type ProgressLineProps = Pick<SearchPageState, 'text' | 'result' | 'answered' | 'error'>;

/**
 * Says that a search is running, and how much of the library the answer covers. The line is no live region, because
 * its counts change with each renewal. That the answer is incomplete is announced once.
 */
export function ProgressLine({ text, result, answered, error }: ProgressLineProps) {
  const status = useSearchStatus();
  const isAsked = text.trim() !== '' && !error && status?.state === 'ready';
  const isSearching = useLasting(isAsked && !answered, QUIET_MS);
  useEffect(() => {
    if (isSearching) announce(translate('search.searchingShort'));
  }, [isSearching]);
  // The numbers are those of the answer on the screen. Before the first answer they come from the worker.
  const coverage = isAsked ? (result?.coverage ?? (isSearching ? status?.coverage : null)) : null;
  const isPartial = coverage != null && coverage.waiting > 0;
  const unreadable = coverage?.unreadable ?? 0;
  if (!isSearching && !isPartial && unreadable === 0) return null;
  return (
    <div className={styles.line}>
      {(isSearching || isPartial) && <Spinner />}
      <div className={styles.text}>
        {isSearching && <p>{describeSearching(text, result?.text)}</p>}
        {isPartial && <p>{describeCoverage(coverage)}</p>}
        {unreadable > 0 && <p>{translate('search.unreadable', { n: unreadable })}</p>}
      </div>
      {isPartial && (
        <progress
          aria-label={translate('search.progress')}
          max={totalOf(coverage)}
          value={coverage.searched}
        />
      )}
    </div>
  );
}

function describeSearching(text: string, shown: string | undefined): string {
  const asked = text.trim();
  return shown === undefined || shown === asked
    ? translate('search.searching', { q: asked })
    : translate('search.searchingShown', { q: asked, before: shown });
}

const totalOf = ({ searched, waiting, unreadable }: Coverage): number =>
  searched + waiting + unreadable;

function describeCoverage(coverage: Coverage): string {
  return translate('search.covered', { done: coverage.searched, n: totalOf(coverage) });
}
