import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { LabelPicker } from '#renderer/ui/LabelPicker.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { MeaningFilters } from '../MeaningFilters.tsx';
import type { CountedTag } from '../count-tags.ts';
import { GROUPINGS } from './arrange-annotations.ts';
import { type View, isNarrowed } from './view.ts';
import styles from './AnnotationsTools.module.css';

interface AnnotationsToolsProps {
  readonly view: View;
  readonly tags: readonly CountedTag[];
  /** All highlights, whether the view shows them or not. */
  readonly records: readonly Annotation[];
  /** The number of highlights that the view shows. */
  readonly shown: number;
  readonly onChange: (view: View) => void;
}

/** The controls that search, filter and group the list of highlights. */
export function AnnotationsTools({ view, tags, records, shown, onChange }: AnnotationsToolsProps) {
  return (
    <div className={styles.tools}>
      <SearchField
        label={translate('search.field')}
        placeholder={translate('ann.searchPlaceholder')}
        pageSearch
        value={view.text}
        onChange={(text) => onChange({ ...view, text })}
      />
      <div className={styles.bar}>
        <MeaningFilters
          meanings={view.meanings}
          onlyNotes={view.onlyNotes}
          annotations={records}
          onChange={(chosen) => onChange({ ...view, ...chosen })}
        />
        {tags.length > 0 && (
          <LabelPicker
            label={translate('tags.filter')}
            all={translate('tags.all')}
            options={tags}
            value={view.tag}
            onChange={(tag) => onChange({ ...view, tag })}
          />
        )}
        <Select
          label={translate('ann.group')}
          title={translate('ann.group')}
          value={view.grouping}
          onChange={(value) => {
            const grouping = GROUPINGS.find((each) => each === value);
            if (grouping) onChange({ ...view, grouping });
          }}
          options={GROUPINGS.map((each) => ({ value: each, name: translate(`ann.group.${each}`) }))}
        />
        {isNarrowed(view) && (
          <span role="status" className={styles.shown}>
            {translate('common.highlights', { n: shown })}
          </span>
        )}
      </div>
    </div>
  );
}
