import { MEANINGS } from '#shared/domain/choices.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { LabelPicker } from '#renderer/ui/LabelPicker.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { MeaningButton } from '../MeaningButton.tsx';
import { GROUPINGS, type KnownTag } from './arrange-annotations.ts';
import { type View, isNarrowed } from './view.ts';
import styles from './AnnotationsTools.module.css';

interface AnnotationsToolsProps {
  readonly view: View;
  readonly tags: readonly KnownTag[];
  /** Highlights that the view shows. */
  readonly shown: number;
  readonly onChange: (view: View) => void;
}

/** How the list of everything is searched, filtered and grouped. */
export function AnnotationsTools({ view, tags, shown, onChange }: AnnotationsToolsProps) {
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
        <div role="group" aria-label={translate('ann.filterColor')} className={styles.group}>
          {MEANINGS.map((meaning) => (
            <MeaningButton
              key={meaning}
              meaning={meaning}
              pressed={view.meanings.includes(meaning)}
              onClick={() =>
                onChange({
                  ...view,
                  meanings: view.meanings.includes(meaning)
                    ? view.meanings.filter((other) => other !== meaning)
                    : [...view.meanings, meaning],
                })
              }
            />
          ))}
          <IconButton
            small
            icon="note"
            label={translate('ann.onlyNotes')}
            pressed={view.onlyNotes}
            onClick={() => onChange({ ...view, onlyNotes: !view.onlyNotes })}
          />
        </div>
        {tags.length > 0 && (
          <LabelPicker
            label={translate('tags.filter')}
            all={translate('tags.all')}
            options={tags}
            value={view.tag}
            onChange={(tag) => onChange({ ...view, tag })}
          />
        )}
        <Choice
          label={translate('ann.group')}
          value={view.grouping}
          onChange={(value) => {
            const grouping = GROUPINGS.find((each) => each === value);
            if (grouping) onChange({ ...view, grouping });
          }}
          options={GROUPINGS.map((each) => [each, translate(`ann.group.${each}`)] as const)}
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

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <span className={styles.choice}>
      <select
        aria-label={label}
        title={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Icon name="down" small />
    </span>
  );
}
