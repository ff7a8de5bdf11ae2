import { useEffect, useRef } from 'react';
import { formatNumber } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Bidi } from './Bidi.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import type { Offer } from './offer-labels.ts';
import styles from './LabelOffers.module.css';

interface LabelOffersProps {
  /** The id of the field; the list and its options get ids that begin with it. */
  readonly id: string;
  readonly offers: readonly Offer[];
  /** The index of the chosen suggestion; -1 when none is chosen. */
  readonly at: number;
  readonly icon: IconName;
  /** The text of the suggestion that adds a label nobody has used before. */
  readonly describeNew: (label: string) => string;
  readonly onChoose: (name: string) => void;
}

/** The suggestions below a field of labels. */
export function LabelOffers({ id, offers, at, icon, describeNew, onChoose }: LabelOffersProps) {
  const list = useRef<HTMLUListElement>(null);
  const offered = offers.length > 0;
  // In a panel or a dialog the suggestions may be below the visible part, so they are scrolled into sight.
  useEffect(() => {
    if (offered) list.current?.scrollIntoView({ block: 'nearest' });
  }, [offered]);

  return (
    <ul
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={translate('label.offered')}
      hidden={!offered}
      className={styles.offered}
    >
      {offers.map(({ key, name, count, isNew }, index) => (
        <li
          key={`${key} ${isNew}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          // This keeps the focus in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(name)}
        >
          <Icon name={isNew ? 'plus' : icon} small />
          <span className={styles.name} dir={isNew ? undefined : 'auto'}>
            {isNew ? describeNew(name) : <Bidi text={name} />}
          </span>
          {count !== undefined && <span className={styles.count}>{formatNumber(count)}</span>}
        </li>
      ))}
    </ul>
  );
}
