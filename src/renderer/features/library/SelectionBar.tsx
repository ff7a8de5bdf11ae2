import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { type LibraryItem, isSaved } from './reading-state.ts';
import styles from './SelectionBar.module.css';

export interface SelectionActions {
  readonly onTag: () => void;
  readonly onCollect: () => void;
  readonly onRead: (read: boolean) => void;
  readonly onSave: (saved: boolean) => void;
  readonly onExport: () => void;
  readonly onRemove: () => void;
}

interface SelectionBarProps {
  readonly items: readonly LibraryItem[];
  readonly readOnly: boolean;
  readonly on: SelectionActions;
  readonly onEnd: () => void;
}

/** The bar with the actions for the selected articles, above the end of the list. */
export function SelectionBar({ items, readOnly, on, onEnd }: SelectionBarProps) {
  const allRead = items.every(({ state }) => state === 'read');
  const allSaved = items.every(isSaved);
  // Bundled articles are part of the app, so they have no labels and cannot be removed.
  const noneOwn = !items.some(({ article }) => article.own);
  const ownOnly = noneOwn
    ? { disabled: true, title: translate('library.act.ownOnly') }
    : { disabled: readOnly };
  const noMarks = !items.some(({ marks }) => (marks?.highlights ?? 0) > 0);
  return (
    <div className={styles.frame} data-bottom-bar="">
      <Toolbar label={translate('library.act.label')} className={styles.bar}>
        <b className={styles.count}>{translate('library.selected', { n: items.length })}</b>
        <i className={styles.rule} />
        <Button small icon="tag" {...ownOnly} onClick={on.onTag}>
          {translate('library.act.tags')}
        </Button>
        <Button small icon="folder" {...ownOnly} onClick={on.onCollect}>
          {translate('library.act.collection')}
        </Button>
        <Button small icon="check" disabled={readOnly} onClick={() => on.onRead(!allRead)}>
          {translate(allRead ? 'library.act.unread' : 'library.act.read')}
        </Button>
        <Button small icon="saved" disabled={readOnly} onClick={() => on.onSave(!allSaved)}>
          {translate(allSaved ? 'library.act.unsave' : 'library.act.save')}
        </Button>
        <Button
          small
          icon="export"
          disabled={noMarks}
          title={noMarks ? translate('library.act.noMarks') : undefined}
          onClick={on.onExport}
        >
          {translate('library.act.export')}
        </Button>
        <i className={styles.rule} />
        <Button small kind="danger" icon="trash" {...ownOnly} onClick={on.onRemove}>
          {translate('library.act.remove')}
        </Button>
        <IconButton small icon="x" label={translate('library.act.endSelect')} onClick={onEnd} />
      </Toolbar>
    </div>
  );
}
