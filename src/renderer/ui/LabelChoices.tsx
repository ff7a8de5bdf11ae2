import { type KeyboardEvent, type RefObject, useId, useMemo, useRef, useState } from 'react';
import { formatNumber } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Icon } from './Icon.tsx';
import { type KnownLabel, searchLabels } from './labels.ts';
import { useOptionPopup } from './option-list.ts';
import styles from './LabelPicker.module.css';

/** The number of labels that are drawn at a time. A reader who has more labels types some letters. */
const MAX_DRAWN = 200;

interface LabelChoicesProps {
  /** The button that opened the list. */
  readonly anchor: RefObject<HTMLButtonElement | null>;
  /** The accessible name of the list. */
  readonly label: string;
  /** The option for no choice, such as «كل الوسوم». */
  readonly all: string;
  readonly options: readonly KnownLabel[];
  /** The key of the chosen label; `null` when all are shown. */
  readonly value: string | null;
  /** Closes the list, and chooses the label with this key if one is given; `null` shows all. */
  readonly onDone: (key?: string | null) => void;
  /** Called when the focus has gone elsewhere. */
  readonly onLeave: () => void;
}

/** The opened list of a `LabelPicker`, with the field that searches it. */
export function LabelChoices(props: LabelChoicesProps) {
  const { anchor, onLeave } = props;
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  const search = useLabelSearch(props);
  const { found, at } = search;
  useOptionPopup({ anchor, popup, focused: 'input', at, onLeave });
  return (
    <div
      ref={popup}
      // A popover is in the top layer, so that no scrolling part of the page cuts it off.
      popover="manual"
      className={styles.popup}
      onKeyDown={search.handleKeyDown}
    >
      <SearchInput id={id} search={search} />
      <Options {...props} id={id} search={search} />
      {found.length === 0 && <p className={styles.hint}>{translate('label.none')}</p>}
      {found.length > MAX_DRAWN && (
        <p className={styles.hint}>{translate('label.more', { n: found.length - MAX_DRAWN })}</p>
      )}
    </div>
  );
}

/** The typed text, the labels that it finds, and which of them is active. */
interface LabelSearch {
  readonly typed: string;
  readonly found: readonly KnownLabel[];
  /** What is drawn; `null` is the option for no choice. */
  readonly rows: readonly (KnownLabel | null)[];
  /** The index of the active row. */
  readonly at: number;
  type(text: string): void;
  setAt(at: number): void;
  readonly handleKeyDown: (event: KeyboardEvent) => void;
}

function useLabelSearch({ options, value, onDone }: LabelChoicesProps): LabelSearch {
  const [typed, setTyped] = useState('');
  const found = useMemo(() => searchLabels(options, typed), [options, typed]);
  const rows = [...(typed.trim() === '' ? [null] : []), ...found.slice(0, MAX_DRAWN)];
  const chosenAt = rows.findIndex((row) => row?.key === value);
  const [at, setAt] = useState(Math.max(0, chosenAt));

  function type(text: string): void {
    setTyped(text);
    setAt(0);
  }

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

  return { typed, found, rows, at, type, setAt, handleKeyDown };
}

interface PartProps {
  /** The id of the list of options. */
  readonly id: string;
  readonly search: LabelSearch;
}

function SearchInput({ id, search }: PartProps) {
  const { typed, rows, at } = search;
  return (
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
        onChange={(event) => search.type(event.target.value)}
      />
    </div>
  );
}

function Options({ id, search, label, all, value, onDone }: PartProps & LabelChoicesProps) {
  return (
    <ul id={id} role="listbox" aria-label={label} className={`${styles.list} scroll`}>
      {search.rows.map((row, index) => (
        <li
          key={row?.key ?? ''}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === search.at}
          data-chosen={(row?.key ?? null) === value || undefined}
          onMouseMove={() => search.setAt(index)}
          onClick={() => onDone(row?.key ?? null)}
        >
          <bdi className={styles.name}>{row?.name ?? all}</bdi>
          {row?.count !== undefined && (
            <span className={styles.count}>{formatNumber(row.count)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
