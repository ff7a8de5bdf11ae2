import { Chip } from '#renderer/ui/Chip.tsx';
import { translate } from '#shared/i18n/translate.ts';
import {
  LIBRARY_FILTERS,
  LIBRARY_ORDERS,
  type LibraryFilter,
  type LibraryOrder,
} from './reading-state.ts';
import styles from './LibraryTools.module.css';

interface LibraryToolsProps {
  readonly counts: Readonly<Record<LibraryFilter, number>>;
  readonly filter: LibraryFilter;
  readonly order: LibraryOrder;
  readonly onFilter: (filter: LibraryFilter) => void;
  readonly onOrder: (order: LibraryOrder) => void;
}

/** Which articles are listed, and in what order. */
export function LibraryTools({ counts, filter, order, onFilter, onOrder }: LibraryToolsProps) {
  return (
    <div className={styles.tools}>
      {LIBRARY_FILTERS.map((name) => (
        <Chip
          key={name}
          pressed={name === filter}
          count={counts[name]}
          onClick={() => onFilter(name)}
        >
          {translate(`library.filter.${name}`)}
        </Chip>
      ))}
      <label className={styles.order}>
        <span className="visually-hidden">{translate('library.sort.label')}</span>
        <select
          value={order}
          onChange={(event) => {
            const chosen = LIBRARY_ORDERS.find((name) => name === event.target.value);
            if (chosen) onOrder(chosen);
          }}
        >
          {LIBRARY_ORDERS.map((name) => (
            <option key={name} value={name}>
              {translate(`library.sort.${name}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
