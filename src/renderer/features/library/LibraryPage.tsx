import { useEffect, useMemo, useState } from 'react';
import { useLibrary, useMarksSummaries } from '#renderer/bridge/queries.ts';
import { ImportStrip, openImport } from '#renderer/features/import/index.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { shortcutHints } from '#renderer/ui/shortcuts.ts';
import { usePlace } from '#renderer/ui/use-place.ts';
import { translate } from '#shared/i18n/translate.ts';
import { FirstRunCard, isFirstRun } from './FirstRunCard.tsx';
import { LibraryTools } from './LibraryTools.tsx';
import { LibraryList } from './LibraryList.tsx';
import { ResumeCard } from './ResumeCard.tsx';
import {
  ANY_LABEL,
  arrange,
  countByState,
  joinMarks,
  labelsOf,
  lastRead,
} from './reading-state.ts';
import { reportListed } from './report-listed.ts';
import { useArrangement } from './use-arrangement.ts';
import { useListCommands } from './use-list-commands.ts';
import styles from './LibraryPage.module.css';

/** The library: where one stopped, and every article. */
export function LibraryPage() {
  const { data: articles, isError, refetch } = useLibrary();
  const { data: summaries } = useMarksSummaries();
  const items = useMemo(() => joinMarks(articles ?? [], summaries ?? []), [articles, summaries]);
  const known = useMemo(() => labelsOf(items), [items]);
  const listed = articles !== undefined;
  const { filter, order, labels, setFilter, setOrder, setLabels } = useArrangement();
  const scroller = usePlace('library', listed);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    if (listed) reportListed();
  }, [listed]);
  useListCommands(items);
  if (isError) return <Unread onRetry={() => void refetch()} />;
  if (!listed) return null;

  const counts = countByState(items);
  const resumed = lastRead(items);
  const shown = arrange(items, filter, order, labels);
  return (
    <div ref={scroller} className={`${styles.page} scroll`}>
      <div className={styles.wrap}>
        <header className={styles.head}>
          <h1>{translate('library.title')}</h1>
          <span>{translate('library.summary', { n: counts.all, reading: counts.reading })}</span>
          <Button
            kind="outline"
            icon="plus"
            className={styles.import}
            aria-haspopup="dialog"
            {...shortcutHints(translate('import.title'), 'import.open')}
            onClick={() => openImport()}
          >
            {translate('import.action')}
          </Button>
        </header>
        <SearchField
          label={translate('search.field')}
          placeholder={translate('library.searchPlaceholder')}
          hint="/"
          pageSearch
          value={typed}
          onChange={(text) => {
            setTyped(text);
            // One step in the history, however many letters come before the search page is there.
            navigate({ page: 'search', text, dial: 'close' }, { replace: typed !== '' });
          }}
        />
        <ImportStrip />
        {summaries && isFirstRun(items) && <FirstRunCard items={items} />}
        {resumed && <ResumeCard item={resumed} />}
        <LibraryTools
          counts={counts}
          filter={filter}
          order={order}
          onFilter={setFilter}
          onOrder={setOrder}
          known={known}
          labels={labels}
          onLabels={setLabels}
        />
        {shown.length === 0 ? (
          <EmptyState
            title={translate('library.empty.filter')}
            hint={translate('library.empty.filterHint')}
          >
            <Button
              kind="outline"
              onClick={() => {
                setFilter('all');
                setLabels(ANY_LABEL);
              }}
            >
              {translate('library.filter.all')}
            </Button>
          </EmptyState>
        ) : (
          <LibraryList items={shown} known={known} />
        )}
      </div>
    </div>
  );
}

/** The articles could not be read. */
function Unread({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <EmptyState title={translate('library.unreadable')}>
      <Button kind="primary" onClick={onRetry}>
        {translate('common.retry')}
      </Button>
    </EmptyState>
  );
}
