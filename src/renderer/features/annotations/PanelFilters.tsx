import { useMemo } from 'react';
import { Icon } from '#renderer/ui/Icon.tsx';
import { LabelPicker } from '#renderer/ui/LabelPicker.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { MeaningFilters } from './MeaningFilters.tsx';
import { countTags } from './count-tags.ts';
import type { Order, PanelFilter } from './filter-annotations.ts';
import styles from './PanelFilters.module.css';

interface PanelFiltersProps {
  /** All highlights of the article, with those whose passage was not found. */
  readonly annotations: readonly Annotation[];
  readonly filter: PanelFilter;
  readonly onChange: (filter: PanelFilter) => void;
}

/** The controls that choose which highlights the panel shows, and in what order. */
export function PanelFilters({ annotations, filter, onChange }: PanelFiltersProps) {
  const tags = useMemo(() => countTags(annotations), [annotations]);
  return (
    <div className={styles.bar}>
      <MeaningFilters
        meanings={filter.meanings}
        onlyNotes={filter.onlyNotes}
        annotations={annotations}
        onChange={(chosen) => onChange({ ...filter, ...chosen })}
      />
      <div className={styles.row}>
        {(tags.length > 0 || filter.tag !== null) && (
          <LabelPicker
            quiet
            label={translate('tags.filter')}
            all={translate('tags.all')}
            options={tags}
            value={filter.tag}
            onChange={(tag) => onChange({ ...filter, tag })}
          />
        )}
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
    </div>
  );
}
