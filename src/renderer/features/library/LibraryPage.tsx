import { useEffect, useState } from 'react';
import { ImportStrip, openImport } from '#renderer/features/import/index.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { shortcutHints } from '#renderer/ui/shortcuts.ts';
import { useMedia } from '#renderer/ui/use-media.ts';
import { useListPosition } from '#renderer/ui/use-list-position.ts';
import { translate } from '#shared/i18n/translate.ts';
import { FirstRunCard, isFirstRun } from './FirstRunCard.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { ResumeCard } from './ResumeCard.tsx';
import { Shelves } from './Shelves.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { lastRead } from './reading-state.ts';
import { reportListed } from './report-listed.ts';
import { useLibraryPage } from './use-library-page.tsx';
import { usePreviewed } from './use-previewed.ts';
import styles from './LibraryPage.module.css';

/** A window of this width has room for a preview. */
const WIDE = '(min-width: 1600px)';

/** The library page, with the last article and the list of all articles. */
export function LibraryPage() {
  const library = useLibraryPage();
  const { items, shown, listed, marked, chosen, view } = library;
  const scroller = useListPosition('library', listed);
  useEffect(() => {
    if (listed) reportListed();
  }, [listed]);
  const wide = useMedia(WIDE);
  const preview = usePreviewed();
  if (library.isError) return <Unread onRetry={library.retry} />;
  if (!listed) return null;

  const resumed = lastRead(items);
  // The preview leaves out the article that the card above the list shows already.
  const previewed =
    shown.find(({ article }) => article.id === preview.id) ??
    shown.find((item) => item !== resumed) ??
    resumed;
  return (
    <div className={styles.columns}>
      {chosen && (
        <SelectionBar
          items={chosen}
          readOnly={library.actions.readOnly}
          on={library.selectionActions}
          onEnd={library.selection.end}
        />
      )}
      <div ref={scroller} className={`${styles.page} scroll`} {...(wide ? preview.handlers : {})}>
        <div className={styles.wrap}>
          <Head count={items.length} />
          <ImportStrip />
          {marked && isFirstRun(items) && <FirstRunCard items={items} />}
          {resumed && view !== 'compact' && <ResumeCard item={resumed} />}
          <Shelves library={library} />
        </div>
      </div>
      {wide && marked && previewed && <PreviewPane item={previewed} />}
      {library.dialogs}
    </div>
  );
}

/** The head of the page, with its title, the search field and the button that imports. */
function Head({ count }: { readonly count: number }) {
  const [typed, setTyped] = useState('');
  return (
    <header className={styles.head}>
      <h1>{translate('library.title')}</h1>
      <span className={styles.count}>{translate('common.items', { n: count })}</span>
      <div className={styles.search}>
        <SearchField
          label={translate('search.field')}
          placeholder={translate('library.searchPlaceholder')}
          hint="/"
          pageSearch
          value={typed}
          onChange={(text) => {
            setTyped(text);
            // All letters that are typed before the search page opens make one entry of the history.
            navigate({ page: 'search', text, matching: 'close' }, { replace: typed !== '' });
          }}
        />
      </div>
      <Button
        kind="outline"
        icon="import"
        aria-haspopup="dialog"
        {...shortcutHints(translate('import.title'), 'import.open')}
        onClick={() => openImport()}
      >
        {translate('import.action')}
      </Button>
    </header>
  );
}

/** Says that the articles could not be read, and offers to try again. */
function Unread({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <EmptyState title={translate('library.unreadable')}>
      <Button kind="primary" onClick={onRetry}>
        {translate('common.retry')}
      </Button>
    </EmptyState>
  );
}
