import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import { tagKey, tidyTag } from '#shared/arabic/tags.ts';
import { MAX_TAGS, MAX_TAG_UTF16 } from '#shared/domain/limits.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Bidi } from './Bidi.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { type KnownLabel, searchLabels } from './labels.ts';
import styles from './LabelField.module.css';

/** The number of known labels that are suggested at a time. */
const MAX_OFFERED = 6;

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
  const { label, titled = false, values, fixed = [], known, onChange } = props;
  const { icon = 'tag', eager = false, inputRef } = props;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const isFull = values.length >= MAX_TAGS;
  const offers = open && !isFull ? offer(known, [...fixed, ...values], typed) : [];

  const list = useRef<HTMLUListElement>(null);
  const offered = offers.length > 0;
  // In a panel or a dialog the suggestions may lie below the visible part, so they are scrolled into sight.
  useEffect(() => {
    if (offered) list.current?.scrollIntoView({ block: 'nearest' });
  }, [offered]);

  function reset(): void {
    setTyped('');
    setAt(-1);
  }

  function add(...added: readonly string[]): void {
    reset();
    const taken = new Set([...fixed, ...values].map(tagKey));
    const next = [...values];
    for (const value of added) {
      const key = tagKey(value);
      if (key === '' || taken.has(key) || next.length >= MAX_TAGS) continue;
      taken.add(key);
      next.push(known.find((each) => each.key === key)?.name ?? tidyTag(value));
    }
    if (next.length > values.length) onChange(next);
  }

  /** Takes typed or pasted text. A comma ends a label. */
  function type(text: string): void {
    const pieces = text.split(/[,،]/u);
    const last = pieces.pop() ?? '';
    if (pieces.length > 0) add(...pieces);
    setTyped(last);
    setAt(-1);
    setOpen(true);
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    const entered = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
    if (by !== undefined) {
      setOpen(true);
      setAt((now) => Math.max(-1, Math.min(offers.length - 1, now + by)));
    } else if (entered) {
      // Enter never submits the form around the field, even when there is nothing to add.
      add(offers[at]?.name ?? typed);
    } else if (event.key === 'Backspace' && typed === '' && values.length > 0) {
      onChange(values.slice(0, -1));
    } else if (event.key === 'Escape' && (typed !== '' || offers.length > 0)) {
      reset();
      setOpen(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={frame}
      className={styles.field}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && frame.current?.contains(relatedTarget)) return;
        // The typed text becomes a label when the focus leaves, because a reader may not press Enter.
        setOpen(false);
        add(typed);
      }}
    >
      {titled && (
        <label className={styles.title} htmlFor={id}>
          {label}
        </label>
      )}
      <div className={styles.box}>
        {fixed.map((value) => (
          <span key={`# ${value}`} className={styles.fixed} title={props.fixedHint}>
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
        <input
          ref={inputRef}
          id={id}
          role="combobox"
          aria-label={titled ? undefined : label}
          aria-expanded={offered}
          aria-controls={`${id}-list`}
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          aria-describedby={isFull ? `${id}-full` : undefined}
          placeholder={
            values.length + fixed.length > 0
              ? undefined
              : titled
                ? translate('label.placeholder')
                : label
          }
          // An empty field follows the direction of the interface, because it has no text that gives one.
          dir={typed === '' ? undefined : 'auto'}
          maxLength={MAX_TAG_UTF16}
          autoComplete="off"
          readOnly={isFull}
          value={typed}
          onFocus={() => setOpen(eager)}
          onChange={(event) => type(event.target.value)}
          onKeyDown={handleKeyDown}
        />
      </div>
      {isFull && (
        <p id={`${id}-full`} className={styles.hint}>
          {translate('label.full', { n: MAX_TAGS })}
        </p>
      )}
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
            onClick={() => add(name)}
          >
            <Icon name={isNew ? 'plus' : icon} small />
            <span className={styles.name} dir={isNew ? undefined : 'auto'}>
              {isNew ? props.describeNew(name) : <Bidi text={name} />}
            </span>
            {count !== undefined && <span className={styles.count}>{formatNumber(count)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Offer extends KnownLabel {
  readonly isNew: boolean;
}

/** The suggestions: known labels that fit the typed text, and the typed text as a new label unless it is known. */
function offer(
  known: readonly KnownLabel[],
  values: readonly string[],
  typed: string,
): readonly Offer[] {
  const taken = new Set(values.map(tagKey));
  const key = tagKey(typed);
  const isNew = key !== '' && !taken.has(key) && known.every((each) => each.key !== key);
  return [
    ...searchLabels(known, typed)
      .filter((each) => !taken.has(each.key))
      .slice(0, MAX_OFFERED)
      .map((each) => ({ ...each, isNew: false })),
    ...(isNew ? [{ key, name: tidyTag(typed), isNew }] : []),
  ];
}
