import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { tagKey } from '#shared/arabic/tags.ts';
import { Bidi } from './Bidi.tsx';
import { Icon } from './Icon.tsx';
import { useAnchored } from './use-anchored.ts';
import styles from './Select.module.css';

interface SelectProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Draws no frame until the pointer is on it. */
  readonly quiet?: boolean;
  readonly id?: string;
  readonly describedBy?: string;
}

/**
 * A choice of one among a few values, from a list in the top layer. Arrows, Home, End and letters move, Enter and the
 * space bar choose, and Escape closes. For very many values there is `LabelPicker`.
 */
export function Select({ quiet = false, id, describedBy, ...list }: SelectProps) {
  const { label, options, value, onChange } = list;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = options.find((option) => option.value === value);

  return (
    <>
      <button
        ref={button}
        type="button"
        id={id}
        className={quiet ? `${styles.button} ${styles.quiet}` : styles.button}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={`${label}: ${chosen?.name ?? value}`}
        aria-describedby={describedBy}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.code !== 'ArrowDown' && event.code !== 'ArrowUp') return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(true);
        }}
      >
        <span className={styles.value}>
          <Bidi text={chosen?.name ?? value} />
        </span>
        <Icon name="down" small />
      </button>
      {open && (
        <OptionList
          {...list}
          anchor={button}
          onDone={(next = value) => {
            setOpen(false);
            button.current?.focus();
            if (next !== value) onChange(next);
          }}
          onLeave={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface OptionListProps extends Pick<SelectProps, 'label' | 'options' | 'value'> {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  /** Closes the list. With a value that one is chosen. */
  readonly onDone: (value?: string) => void;
  /** Called when the focus has gone elsewhere. */
  readonly onLeave: () => void;
}

function OptionList({ label, options, value, anchor, onDone, onLeave }: OptionListProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex((option) => option.value === value),
    ),
  );
  useAnchored(anchor, list, true);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    list.current?.focus();
    const handleDown = ({ target }: MouseEvent): void => {
      const isInside = (element: HTMLElement | null): boolean =>
        target instanceof Node && element !== null && element.contains(target);
      if (!isInside(list.current) && !isInside(anchor.current)) leave.current();
    };
    document.addEventListener('mousedown', handleDown);
    return () => document.removeEventListener('mousedown', handleDown);
  }, [anchor]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function handleKeyDown(event: KeyboardEvent): void {
    // Keys that are pressed in the list must not run commands of the page.
    event.stopPropagation();
    if (event.code === 'Escape' || event.code === 'Tab') onDone();
    else if (event.code === 'Enter' || event.code === 'Space') onDone(options[at]?.value);
    else {
      const next = nextOption(event, at, options);
      if (next === null) return;
      setAt(next);
    }
    event.preventDefault();
  }

  return (
    <ul
      ref={list}
      id={id}
      // A popover is in the top layer, so that no scrolling part of the page cuts it off.
      popover="manual"
      role="listbox"
      aria-label={label}
      aria-activedescendant={`${id}-${at}`}
      tabIndex={-1}
      className={`${styles.list} scroll`}
      onKeyDown={handleKeyDown}
    >
      {options.map((option, index) => (
        <li
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          data-chosen={option.value === value || undefined}
          onMouseMove={() => setAt(index)}
          onClick={() => onDone(option.value)}
        >
          <span className={styles.name}>
            <Bidi text={option.name} />
          </span>
          {option.value === value && <Icon name="check" small />}
        </li>
      ))}
    </ul>
  );
}

/** The index of the option that a key leads to; `null` for other keys. */
function nextOption(
  event: KeyboardEvent,
  at: number,
  options: SelectProps['options'],
): number | null {
  const last = options.length - 1;
  if (event.code === 'ArrowDown') return Math.min(last, at + 1);
  if (event.code === 'ArrowUp') return Math.max(0, at - 1);
  if (event.code === 'Home') return 0;
  if (event.code === 'End') return last;
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey) return null;
  const key = tagKey(event.key);
  const begins = ({ name }: { readonly name: string }): boolean => tagKey(name).startsWith(key);
  const after = options.findIndex((option, index) => index > at && begins(option));
  const found = after === -1 ? options.findIndex(begins) : after;
  return found === -1 ? null : found;
}
