import { MEANINGS } from '#shared/domain/choices.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { MeaningButton } from './MeaningButton.tsx';
import { type Order, type PanelFilter, toggleMeaning } from './filter-annotations.ts';
import styles from './PanelFilters.module.css';

interface PanelFiltersProps {
  readonly filter: PanelFilter;
  readonly onChange: (filter: PanelFilter) => void;
}

/** Which highlights the panel shows, and in what order. */
export function PanelFilters({ filter, onChange }: PanelFiltersProps) {
  return (
    <div className={styles.bar} role="group" aria-label={translate('ann.filterColor')}>
      {MEANINGS.map((meaning) => (
        <MeaningButton
          key={meaning}
          meaning={meaning}
          pressed={filter.meanings.includes(meaning)}
          onClick={() => onChange(toggleMeaning(filter, meaning))}
        />
      ))}
      <IconButton
        small
        icon="note"
        label={translate('ann.onlyNotes')}
        pressed={filter.onlyNotes}
        onClick={() => onChange({ ...filter, onlyNotes: !filter.onlyNotes })}
      />
      <span className={styles.order}>
        <select
          aria-label={translate('ann.order')}
          value={filter.order}
          onChange={(event) => onChange({ ...filter, order: event.target.value as Order })}
        >
          <option value="text">{translate('ann.sort.text')}</option>
          <option value="newest">{translate('ann.sort.newest')}</option>
        </select>
        <Icon name="down" small />
      </span>
    </div>
  );
}
