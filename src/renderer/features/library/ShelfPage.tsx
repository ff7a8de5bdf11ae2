import { LIBRARY } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useListPosition } from '#renderer/ui/use-list-position.ts';
import { translate } from '#shared/i18n/translate.ts';
import { LibraryRow } from './LibraryRow.tsx';
import { PLAIN_LOOK } from './list-actions.ts';
import { ReadingPosition } from './ReadingPosition.tsx';
import { type LibraryItem, inProgress, savedItems } from './reading-state.ts';
import { useItems } from './use-items.ts';
import { useRowActions } from './use-row-actions.ts';
import { useListCommands } from './use-list-commands.ts';
import styles from './LibraryPage.module.css';

/** The reading list: the articles that the reader has saved, the latest first. */
export function SavedPage() {
  return (
    <ShelfPage
      name="saved"
      title={translate('nav.saved')}
      choose={savedItems}
      emptyTitle={translate('saved.empty')}
      emptyHint={translate('saved.emptyHint')}
    />
  );
}

/** The articles that were begun and not finished, each with the words at the reading position. */
export function ContinuePage() {
  return (
    <ShelfPage
      name="continue"
      title={translate('nav.continue')}
      choose={inProgress}
      emptyTitle={translate('continue.empty')}
      emptyHint={translate('continue.emptyHint')}
      withPosition
    />
  );
}

interface ShelfPageProps {
  readonly name: string;
  readonly title: string;
  readonly choose: (items: readonly LibraryItem[]) => readonly LibraryItem[];
  readonly emptyTitle: string;
  readonly emptyHint: string;
  /** Shows the words at the reading position. */
  readonly withPosition?: boolean;
}

function ShelfPage({ name, title, choose, emptyTitle, emptyHint, withPosition }: ShelfPageProps) {
  const items = useItems();
  const shown = items ? choose(items) : [];
  const scroller = useListPosition(name, items !== null);
  const actions = useRowActions();
  useListCommands(shown, actions);
  if (!items) return null;
  return (
    <div ref={scroller} className={`${styles.page} scroll`}>
      <div className={styles.wrap}>
        <header className={styles.head}>
          <h1>{title}</h1>
          <span className={styles.count}>{translate('common.items', { n: shown.length })}</span>
        </header>
        {shown.length === 0 ? (
          <EmptyState title={emptyTitle} hint={emptyHint}>
            <Button kind="outline" onClick={() => navigate(LIBRARY)}>
              {translate('nav.library')}
            </Button>
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {shown.map((item) => (
              <LibraryRow
                key={item.article.id}
                item={item}
                actions={actions}
                {...PLAIN_LOOK}
                {...(withPosition && { excerpt: <ReadingPosition item={item} /> })}
              />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
