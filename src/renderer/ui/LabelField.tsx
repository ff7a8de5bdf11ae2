import { type Ref, useId, useRef } from 'react';
import { MAX_TAGS, MAX_TAG_UTF16 } from '#shared/domain/limits.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Bidi } from './Bidi.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { LabelOffers } from './LabelOffers.tsx';
import type { KnownLabel } from './labels.ts';
import { type LabelEntry, useLabelEntry } from './use-label-entry.ts';
import styles from './LabelField.module.css';

interface LabelFieldProps {
  readonly label: string;
  /** Shows the label above the field. Without this it is the accessible name and the placeholder only. */
  readonly titled?: boolean;
  readonly values: readonly string[];
  /** Labels that come from elsewhere, such as the words of a note. They are shown first and cannot be removed here. */
  readonly fixed?: readonly string[];
  /** Says where the fixed labels come from. */
  readonly fixedHint?: string;
  /**
   * The labels that are in use in the library, the most used first. Those that fit are suggested while somebody
   * types.
   */
  readonly known: readonly KnownLabel[];
  /** The text of the suggestion that adds a label nobody has used before. */
  readonly describeNew: (label: string) => string;
  readonly icon?: IconName;
  /** Suggests the most used labels as soon as the field has the focus. */
  readonly eager?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onChange: (values: readonly string[]) => void;
}

/**
 * A set of labels as chips, and a field that adds more. Enter and the comma of both scripts add the typed label,
 * arrows choose a suggestion, Backspace in the empty field removes the last label, and Escape drops the typed text.
 * Hamza, tashkeel and case make no difference, so a known label keeps its spelling.
 */
export function LabelField(props: LabelFieldProps) {
  const { label, titled = false, values, fixed = [], known, icon = 'tag', onChange } = props;
  const id = useId();
  const entry = useLabelEntry({ values, fixed, known, onChange });
  const frame = useRef<HTMLDivElement>(null);

  return (
    <div
      ref={frame}
      className={styles.field}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && frame.current?.contains(relatedTarget)) return;
        // The typed text becomes a label when the focus leaves, because a reader may not press Enter.
        entry.setOpen(false);
        entry.add(entry.typed);
      }}
    >
      {titled && (
        <label className={styles.title} htmlFor={id}>
          {label}
        </label>
      )}
      <div className={styles.box}>
        <Labels {...props} />
        <EntryInput {...props} id={id} entry={entry} />
      </div>
      {isFull(values) && (
        <p id={`${id}-full`} className={styles.hint}>
          {translate('label.full', { n: MAX_TAGS })}
        </p>
      )}
      <LabelOffers
        id={id}
        offers={entry.offers}
        at={entry.at}
        icon={icon}
        describeNew={props.describeNew}
        onChoose={(name) => entry.add(name)}
      />
    </div>
  );
}

const isFull = (values: readonly string[]): boolean => values.length >= MAX_TAGS;

/** The labels as chips. A chip has a button that removes its label, unless the label comes from elsewhere. */
function Labels({ values, fixed = [], fixedHint, onChange }: LabelFieldProps) {
  return (
    <>
      {fixed.map((value) => (
        <span key={`# ${value}`} className={styles.fixed} title={fixedHint}>
          <Bidi text={value} />
        </span>
      ))}
      {values.map((value) => (
        <span key={value} className={styles.value}>
          <Bidi text={value} />
          <button
            type="button"
            title={translate('label.drop', { label: value })}
            aria-label={translate('label.drop', { label: value })}
            onClick={() => onChange(values.filter((each) => each !== value))}
          >
            <Icon name="x" small />
          </button>
        </span>
      ))}
    </>
  );
}

interface EntryInputProps extends LabelFieldProps {
  readonly id: string;
  readonly entry: LabelEntry;
}

/** The input in which a label is typed. */
function EntryInput(props: EntryInputProps) {
  const { id, entry, label, titled = false, values, fixed = [], eager = false } = props;
  const placeholder = titled ? translate('label.placeholder') : label;
  return (
    <input
      ref={props.inputRef}
      id={id}
      role="combobox"
      aria-label={titled ? undefined : label}
      aria-expanded={entry.offers.length > 0}
      aria-controls={`${id}-list`}
      aria-activedescendant={entry.at >= 0 ? `${id}-${entry.at}` : undefined}
      aria-describedby={isFull(values) ? `${id}-full` : undefined}
      placeholder={values.length + fixed.length > 0 ? undefined : placeholder}
      // An empty field follows the direction of the interface, because it has no text that gives one.
      dir={entry.typed === '' ? undefined : 'auto'}
      maxLength={MAX_TAG_UTF16}
      autoComplete="off"
      readOnly={isFull(values)}
      value={entry.typed}
      onFocus={() => entry.setOpen(eager)}
      onChange={(event) => entry.type(event.target.value)}
      onKeyDown={entry.handleKeyDown}
    />
  );
}
