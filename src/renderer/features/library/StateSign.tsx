import { Icon } from '#renderer/ui/Icon.tsx';
import type { ArticleId } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { ListActions } from './list-actions.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './StateSign.module.css';

interface ItemSignProps {
  readonly item: LibraryItem;
  readonly selected: boolean;
  readonly selection: ListActions['selection'];
}

/**
 * The sign of the reading state, and a check box in the same place. The style of the list shows one of the two, so
 * that the first selection changes one attribute of the list and not every row.
 */
export function ItemSign({ item, selected, selection }: ItemSignProps) {
  const { id, title } = item.article;
  return (
    <span className={styles.state}>
      <StateSign item={item} />
      {selection && (
        <SelectBox id={id} title={title} selected={selected} onSelect={selection.onSelect} />
      )}
    </span>
  );
}

interface SelectBoxProps {
  readonly id: ArticleId;
  readonly title: string;
  readonly selected: boolean;
  readonly onSelect: (articleId: ArticleId, how: 'one' | 'to') => void;
}

function SelectBox({ id, title, selected, onSelect }: SelectBoxProps) {
  return (
    <input
      type="checkbox"
      className={styles.box}
      aria-label={translate('library.select.item', { title })}
      checked={selected}
      onChange={({ nativeEvent }) =>
        onSelect(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey ? 'to' : 'one')
      }
    />
  );
}

/** A dot for an unread article, a ring for one that is being read, and a tick for a read one. */
export function StateSign({ item: { state, read } }: { readonly item: LibraryItem }) {
  const percent = Math.round(read * 100);
  switch (state) {
    case 'unread':
      return (
        <>
          <i className={styles.dot} />
          <span className="visually-hidden">{translate('library.filter.unread')}</span>
        </>
      );
    case 'reading':
      return (
        <>
          <svg
            className={percent > 0 ? styles.ring : `${styles.ring} ${styles.opened}`}
            viewBox="0 0 16 16"
            aria-hidden="true"
          >
            <circle cx="8" cy="8" r="6" />
            {percent > 0 && (
              <circle cx="8" cy="8" r="6" pathLength="100" strokeDasharray={`${read * 100} 100`} />
            )}
          </svg>
          <span className="visually-hidden">
            {percent > 0
              ? translate('common.percentRead', { p: percent })
              : translate('library.filter.reading')}
          </span>
        </>
      );
    case 'read':
      return (
        <>
          <Icon name="check" small />
          <span className="visually-hidden">{translate('library.filter.read')}</span>
        </>
      );
  }
}
