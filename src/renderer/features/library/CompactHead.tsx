import { Icon } from '#renderer/ui/Icon.tsx';
import { translate } from '#shared/i18n/translate.ts';
import type { LibraryOrder } from './reading-state.ts';
import styles from './CompactRow.module.css';

interface CompactHeadProps {
  readonly order: LibraryOrder;
  readonly onOrder: (order: LibraryOrder) => void;
}

/** The names of the columns of the compact list. A column that the list can be ordered by is a button. */
export function CompactHead({ order, onOrder }: CompactHeadProps) {
  const sorter = (name: LibraryOrder, label: string) => (
    <button type="button" aria-pressed={order === name} onClick={() => onOrder(name)}>
      {label}
      {order === name && <Icon name="down" small />}
    </button>
  );
  return (
    <div className={`${styles.row} ${styles.head}`}>
      <span />
      {sorter('title', translate('details.field.title'))}
      <span>{translate('library.column.by')}</span>
      <span className={styles.date}>{sorter('published', translate('library.column.date'))}</span>
      {sorter('length', translate('library.column.length'))}
      <span className={styles.marks}>{translate('library.column.marks')}</span>
      <span />
    </div>
  );
}
