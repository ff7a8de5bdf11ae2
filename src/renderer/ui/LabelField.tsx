import { useId, useState } from 'react';
import { tagKey, tidyTag } from '#shared/arabic/tags.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Bidi } from './Bidi.tsx';
import { Icon } from './Icon.tsx';
import styles from './LabelField.module.css';

/** Known labels that are offered at a time. */
const MAX_OFFERED = 6;

interface LabelFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  /** Labels in use elsewhere, offered while one is typed. */
  readonly known: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** A set of labels: Enter adds, a press takes away; hamza, tashkeel and the like are not told apart. */
export function LabelField({ label, values, known, onChange }: LabelFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const offered = offer(known, values, typed);

  function add(value: string): void {
    const tidy = tidyTag(value);
    const twin = known.find((each) => tagKey(each) === tagKey(tidy)) ?? tidy;
    const isThere = values.some((each) => tagKey(each) === tagKey(twin));
    if (tidy !== '' && !isThere) onChange([...values, twin]);
    setTyped('');
  }

  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {values.length > 0 && (
        <ul className={styles.values}>
          {values.map((value) => (
            <li key={value}>
              <button
                type="button"
                className={styles.value}
                title={translate('details.dropLabel', { label: value })}
                aria-label={translate('details.dropLabel', { label: value })}
                onClick={() => onChange(values.filter((each) => each !== value))}
              >
                <Bidi text={value} />
                <Icon name="x" small />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        value={typed}
        placeholder={translate('details.addLabel')}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add(typed);
        }}
        // What was typed is meant, also when the reader goes on without Enter.
        onBlur={(event) => {
          if (!event.relatedTarget?.closest('[data-offered]')) add(typed);
        }}
      />
      {offered.length > 0 && (
        <ul
          className={styles.offered}
          data-offered=""
          aria-label={translate('details.knownLabels')}
        >
          {offered.map((value) => (
            <li key={value}>
              <button type="button" className={styles.offer} onClick={() => add(value)}>
                <Icon name="plus" small />
                <Bidi text={value} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Known labels that hold what is typed, in their words' beginnings first. */
function offer(
  known: readonly string[],
  values: readonly string[],
  typed: string,
): readonly string[] {
  const wanted = tagKey(typed);
  if (wanted === '') return [];
  const taken = new Set(values.map(tagKey));
  return known
    .map((value) => ({ value, key: tagKey(value) }))
    .filter(({ key }) => !taken.has(key) && key.includes(wanted))
    .toSorted((a, b) => Number(b.key.startsWith(wanted)) - Number(a.key.startsWith(wanted)))
    .slice(0, MAX_OFFERED)
    .map(({ value }) => value);
}
