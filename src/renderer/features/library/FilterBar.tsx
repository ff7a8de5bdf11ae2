import { LabelPicker } from '#renderer/ui/LabelPicker.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { FACETS, type LibraryFilters, optionsOf } from './filters.ts';
import type { LibraryItem } from './reading-state.ts';
import styles from './FilterBar.module.css';

interface FilterBarProps {
  readonly items: readonly LibraryItem[];
  readonly filters: LibraryFilters;
  readonly onFilters: (filters: LibraryFilters) => void;
}

/** The further filters of the list. There is a searchable list for each facet that has more than one value. */
export function FilterBar({ items, filters, onFilters }: FilterBarProps) {
  const facets = FACETS.map((facet) => ({ facet, options: optionsOf(items, filters, facet) }));
  const useful = facets.filter(
    ({ facet, options }) => filters[facet] !== null || options.length > 0,
  );
  return (
    <div role="group" aria-label={translate('library.filters')} className={styles.bar}>
      {useful.map(({ facet, options }) => (
        <LabelPicker
          key={facet}
          label={translate(`library.facet.${facet}`)}
          all={translate(`library.allOf.${facet}`)}
          options={options}
          value={filters[facet]}
          onChange={(key) => onFilters({ ...filters, [facet]: key })}
        />
      ))}
      {useful.length === 0 && <p>{translate('library.filters.none')}</p>}
    </div>
  );
}
