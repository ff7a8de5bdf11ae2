import { memo, useId } from 'react';
import { MATCHINGS } from '#shared/domain/choices.ts';
import type { Matching } from '#shared/domain/search.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useLocale } from '#renderer/ui/use-locale.ts';
import {
  FACETS,
  type Facet,
  type FacetChoice,
  type Found,
  NO_CHOICE,
  countChosen,
  facetOptions,
  narrows,
  toggleValue,
} from './facets.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import styles from './Filters.module.css';

export interface FiltersProps {
  readonly matching: Matching;
  readonly onMatching: (matching: Matching) => void;
  readonly found: readonly Found[];
  readonly choice: FacetChoice;
  readonly onChoice: (choice: FacetChoice) => void;
  /** What the counts are about: all hits, the listed hits, or the articles that are searched so far. */
  readonly counted: 'all' | 'shown' | 'searched';
}

const TITLES = {
  part: 'search.in.label',
  author: 'search.author',
  outlet: 'search.source',
  year: 'search.year',
  state: 'search.status',
} as const;

/** The choice of the matching, and the filters of the results. */
export const Filters = memo(function Filters(props: FiltersProps) {
  useLocale();
  const { matching, onMatching, found, choice, onChoice, counted } = props;
  return (
    <>
      <MatchingChoice matching={matching} onMatching={onMatching} />
      {counted !== 'all' && found.length > 0 && (
        <p className={styles.counted}>{translate(`search.counted.${counted}`)}</p>
      )}
      {FACETS.map((facet) => {
        const options = facetOptions(found, choice, facet);
        return (
          narrows(options, found.length, choice[facet]) && (
            <fieldset key={facet} className={styles.group}>
              <legend>{translate(TITLES[facet])}</legend>
              {options.map(({ value, count }) => (
                <label key={value} className={styles.option}>
                  <input
                    type="checkbox"
                    checked={choice[facet].includes(value)}
                    onChange={() => onChoice(toggleValue(choice, facet, value))}
                  />
                  <span className={styles.name} dir="auto">
                    <Bidi text={nameOf(facet, value)} />
                  </span>
                  <span className={styles.count}>{formatNumber(count)}</span>
                </label>
              ))}
            </fieldset>
          )
        );
      })}
      {countChosen(choice) > 0 && (
        <Button kind="outline" small onClick={() => onChoice(NO_CHOICE)}>
          {translate('search.clearFilters')}
        </Button>
      )}
    </>
  );
});

function MatchingChoice({ matching, onMatching }: Pick<FiltersProps, 'matching' | 'onMatching'>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend>{translate('search.mode')}</legend>
      {MATCHINGS.map((value) => (
        <label key={value} className={styles.option}>
          <input
            type="radio"
            name={name}
            checked={value === matching}
            onChange={() => onMatching(value)}
          />
          <span className={styles.name}>{translate(`search.mode.${value}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

// The keys are the values of these two facets, see `valuesOf`.
const PLACE_NAMES = {
  title: 'search.in.titles',
  text: 'search.in.text',
  note: 'search.in.notes',
} as const;
const STATE_NAMES = {
  unread: 'library.filter.unread',
  reading: 'library.filter.reading',
  read: 'library.filter.read',
  highlights: 'search.hasHighlights',
} as const;

function nameOf(facet: Facet, value: string): string {
  switch (facet) {
    case 'part':
      return translate(PLACE_NAMES[value as keyof typeof PLACE_NAMES]);
    case 'author':
      return value === '' ? translate('search.authorUnknown') : value;
    case 'outlet':
      return value === '' ? translate('common.unknownSource') : value;
    case 'year':
      return value === '' ? translate('search.yearUnknown') : value;
    case 'state':
      return translate(STATE_NAMES[value as keyof typeof STATE_NAMES]);
  }
}
