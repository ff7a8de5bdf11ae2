import { Icon } from '#renderer/ui/Icon.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import type { Annotation, Meaning } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { countMeanings } from './filter-annotations.ts';
import styles from './MeaningFilters.module.css';

interface Chosen {
  readonly meanings: readonly Meaning[];
  readonly onlyNotes: boolean;
}

interface MeaningFiltersProps extends Chosen {
  /** The highlights to filter. Each filter shows the number of highlights that it would leave. */
  readonly annotations: readonly Pick<Annotation, 'meaning' | 'note'>[];
  readonly onChange: (chosen: Chosen) => void;
}

/** Filters by meaning and by notes, each with a shape, a name and a number. */
export function MeaningFilters(props: MeaningFiltersProps) {
  const { meanings, onlyNotes, annotations, onChange } = props;
  const counts = countMeanings(annotations);
  return (
    <div className={styles.filters} role="group" aria-label={translate('ann.filterColor')}>
      {MEANINGS.map((meaning) => {
        const pressed = meanings.includes(meaning);
        const others = meanings.filter((other) => other !== meaning);
        return (
          <button
            key={meaning}
            type="button"
            className={styles.chip}
            data-meaning={meaning}
            aria-pressed={pressed}
            onClick={() =>
              onChange({ onlyNotes, meanings: pressed ? others : [...meanings, meaning] })
            }
          >
            <Shape meaning={meaning} />
            <span className={styles.word}>{meaningName(meaning)}</span>{' '}
            <span className={styles.count}>{formatNumber(counts[meaning])}</span>
          </button>
        );
      })}
      <button
        type="button"
        className={styles.chip}
        aria-pressed={onlyNotes}
        onClick={() => onChange({ meanings, onlyNotes: !onlyNotes })}
      >
        <Icon name="note" small />
        <span className={styles.word}>{translate('ann.onlyNotes')}</span>{' '}
        <span className={styles.count}>{formatNumber(counts.notes)}</span>
      </button>
    </div>
  );
}
