import { useEffect, useMemo, useState } from 'react';
import { useLibrary, useMarksSummaries } from '#renderer/bridge/queries.ts';
import { ImportStrip, openImport } from '#renderer/features/import/index.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { shortcutHints } from '#renderer/ui/shortcuts.ts';
import { useMedia } from '#renderer/ui/use-media.ts';
import { usePlace } from '#renderer/ui/use-place.ts';
import { translate } from '#shared/i18n/translate.ts';
import { FirstRunCard, isFirstRun } from './FirstRunCard.tsx';
import { LibraryTools } from './LibraryTools.tsx';
import { LibraryList } from './LibraryList.tsx';
import { PreviewPane } from './PreviewPane.tsx';
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
import { useRowActions } from './use-row-actions.ts';
import { usePreviewed } from './use-previewed.ts';
import { useWantedInList } from './use-wanted.ts';
import styles from './LibraryPage.module.css';

/** From this width on there is room for a preview. */
const WIDE = '(min-width: 1600px)';

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
  const actions = useRowActions();
  useListCommands(items, actions);
  const wide = useMedia(WIDE);
  const preview = usePreviewed();
  const showAll = (): void => {
    setFilter('all');
    setLabels(ANY_LABEL);
  };
  useWantedInList(
    (id) => arrange(items, filter, order, labels).some(({ article }) => article.id === id),
    showAll,
  );
  if (isError) return <Unread onRetry={() => void refetch()} />;
  if (!listed) return null;

  const counts = countByState(items);
  const resumed = lastRead(items);
  const shown = arrange(items, filter, order, labels);
  // What the card above the list shows already is not shown again.
  const previewed =
    shown.find(({ article }) => article.id === preview.id) ??
    shown.find((item) => item !== resumed) ??
    resumed;
  return (
    <div className={styles.columns}>
      <div ref={scroller} className={`${styles.page} scroll`} {...(wide ? preview.handlers : {})}>
        <div className={styles.wrap}>
          <header className={styles.head}>
            <h1>{translate('library.title')}</h1>
            <span>{translate('library.summary', { n: counts.all, reading: counts.reading })}</span>
            <Button
              kind="outline"
              icon="import"
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
              <Button kind="outline" onClick={showAll}>
                {translate('library.filter.all')}
              </Button>
            </EmptyState>
          ) : (
            <LibraryList items={shown} actions={actions} known={known} />
          )}
        </div>
      </div>
      {wide && summaries && previewed && <PreviewPane item={previewed} />}
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
