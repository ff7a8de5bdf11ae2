import { type KeyboardEvent, type RefObject, useId, useMemo, useRef, useState } from 'react';
import { formatNumber } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Icon } from './Icon.tsx';
import { type KnownLabel, searchLabels } from './labels.ts';
import { useListButton, useOptionPopup } from './option-list.ts';
import styles from './LabelPicker.module.css';

interface LabelPickerProps {
  /** The accessible name, such as «تصفية حسب الوسم». */
  readonly label: string;
  /** Draws no frame, for a row of several pickers. */
  readonly quiet?: boolean;
  /** The option for no choice, such as «كل الوسوم». */
  readonly all: string;
  readonly options: readonly KnownLabel[];
  /** The key of the chosen label; `null` when all are shown. */
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
}

/** The number of labels that are drawn at a time. A reader who has more labels types some letters. */
const MAX_DRAWN = 200;

/** A choice of one among very many labels: a button opens a list that can be searched. */
export function LabelPicker({ label, quiet, all, options, value, onChange }: LabelPickerProps) {
  const button = useListButton();
  const chosen = options.find(({ key }) => key === value);
  const close = (key: string | null = value): void => {
    button.close();
    if (key !== value) onChange(key);
  };
  return (
    <span className={styles.picker} data-chosen={value !== null || undefined} data-quiet={quiet}>
      <button
        {...button.attributes}
        ref={button.ref}
        className={styles.button}
        aria-label={`${label}: ${chosen?.name ?? all}`}
        title={label}
      >
        <bdi className={styles.name}>{chosen?.name ?? all}</bdi>
        <Icon name="down" small />
      </button>
      {button.open && (
        <Choices
          anchor={button.ref}
          label={label}
          all={all}
          options={options}
          value={value}
          onDone={close}
          onLeave={button.leave}
        />
      )}
    </span>
  );
}

interface ChoicesProps extends Omit<LabelPickerProps, 'onChange'> {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  /** Closes the list. With a key that label is chosen, and with `null` all are shown. */
  readonly onDone: (key?: string | null) => void;
  /** Called when the focus has gone elsewhere. */
  readonly onLeave: () => void;
}

function Choices({ anchor, label, all, options, value, onDone, onLeave }: ChoicesProps) {
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const found = useMemo(() => searchLabels(options, typed), [options, typed]);
  const rows: readonly (KnownLabel | null)[] = [
    ...(typed.trim() === '' ? [null] : []),
    ...found.slice(0, MAX_DRAWN),
  ];
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      rows.findIndex((row) => row?.key === value),
    ),
  );
  useOptionPopup({ anchor, popup, focused: 'input', at, onLeave });

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.code];
    const row = rows[at];
    if (event.key === 'Escape' || event.key === 'Tab') onDone();
    else if (event.key === 'Enter') {
      if (row !== undefined) onDone(row?.key ?? null);
    } else if (by !== undefined) setAt(Math.max(0, Math.min(rows.length - 1, at + by)));
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={popup}
      // A popover is in the top layer, so that no scrolling part of the page cuts it off.
      popover="manual"
      className={styles.popup}
      onKeyDown={handleKeyDown}
    >
      <div className={styles.search}>
        <Icon name="search" small />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
          aria-label={translate('label.search')}
          placeholder={translate('label.search')}
          dir={typed === '' ? undefined : 'auto'}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
        />
      </div>
      <ul id={id} role="listbox" aria-label={label} className={`${styles.list} scroll`}>
        {rows.map((row, index) => (
          <li
            key={row?.key ?? ''}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            data-chosen={(row?.key ?? null) === value || undefined}
            onMouseMove={() => setAt(index)}
            onClick={() => onDone(row?.key ?? null)}
          >
            <bdi className={styles.name}>{row?.name ?? all}</bdi>
            {row?.count !== undefined && (
              <span className={styles.count}>{formatNumber(row.count)}</span>
            )}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.hint}>{translate('label.none')}</p>}
      {found.length > MAX_DRAWN && (
        <p className={styles.hint}>{translate('label.more', { n: found.length - MAX_DRAWN })}</p>
      )}
    </div>
  );
}
