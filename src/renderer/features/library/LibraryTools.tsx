import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { shortcutHints } from '#renderer/ui/shortcuts.ts';
import { LIBRARY_ORDERS, LIBRARY_VIEWS } from '#shared/domain/choices.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type LibraryFilters, NO_FILTERS, chosenFacets } from './filters.ts';
import { type LibraryOrder, STATE_FILTERS, type StateFilter } from './reading-state.ts';
import type { LibraryView } from './use-arrangement.ts';
import styles from './LibraryTools.module.css';

interface LibraryToolsProps {
  readonly counts: Readonly<Record<StateFilter, number>>;
  readonly filters: LibraryFilters;
  readonly onFilters: (filters: LibraryFilters) => void;
  readonly filtersOpen: boolean;
  readonly onOpenFilters: (open: boolean) => void;
  readonly order: LibraryOrder;
  readonly onOrder: (order: LibraryOrder) => void;
  readonly view: LibraryView;
  readonly onView: (view: LibraryView) => void;
}

/** The controls for the filters, the order and the view of the list. */
export function LibraryTools(props: LibraryToolsProps) {
  const { counts, filters, onFilters, filtersOpen, onOpenFilters } = props;
  const chosen = chosenFacets(filters).length;
  return (
    <div className={styles.tools}>
      {STATE_FILTERS.map((name) => (
        <Chip
          key={name}
          pressed={name === filters.state}
          count={counts[name]}
          onClick={() => onFilters({ ...filters, state: name })}
        >
          {translate(`library.filter.${name}`)}
        </Chip>
      ))}
      <Button
        small
        icon="filter"
        aria-expanded={filtersOpen}
        className={chosen > 0 ? styles.filtered : ''}
        onClick={() => onOpenFilters(!filtersOpen)}
      >
        {translate('library.filters')}
      </Button>
      {chosen > 0 && (
        <Button small icon="x" onClick={() => onFilters({ ...NO_FILTERS, state: filters.state })}>
          {translate('library.filters.clear')}
        </Button>
      )}
      <Arrangement {...props} />
    </div>
  );
}

/** The controls for the order and the view of the list. */
export function Arrangement({
  order,
  onOrder,
  view,
  onView,
}: Pick<LibraryToolsProps, 'order' | 'onOrder' | 'view' | 'onView'>) {
  return (
    <div className={styles.arrangement}>
      <Select
        quiet
        label={translate('library.sort.label')}
        options={LIBRARY_ORDERS.map((value) => ({
          value,
          name: translate(`library.sort.${value}`),
        }))}
        value={order}
        onChange={(value) => {
          const chosen = LIBRARY_ORDERS.find((name) => name === value);
          if (chosen) onOrder(chosen);
        }}
      />
      <div role="group" aria-label={translate('library.view.label')} className={styles.views}>
        {LIBRARY_VIEWS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === view}
            aria-label={translate(`library.view.${name}`)}
            {...shortcutHints(translate(`library.view.${name}`), 'view.next')}
            onClick={() => onView(name)}
          >
            <Icon name={name} small />
            <span className={styles.word}>{translate(`library.view.${name}`)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
