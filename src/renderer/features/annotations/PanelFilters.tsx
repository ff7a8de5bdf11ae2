import { useMemo } from 'react';
import { LabelPicker } from '#renderer/ui/LabelPicker.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { MeaningFilters } from './MeaningFilters.tsx';
import { countTags } from './count-tags.ts';
import { ORDERS, type PanelFilter } from './filter-annotations.ts';
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
          <Select
            quiet
            label={translate('ann.order')}
            options={ORDERS.map((value) => ({ value, name: translate(`ann.sort.${value}`) }))}
            value={filter.order}
            onChange={(value) => {
              const order = ORDERS.find((each) => each === value);
              if (order) onChange({ ...filter, order });
            }}
          />
        </span>
      </div>
    </div>
  );
}
