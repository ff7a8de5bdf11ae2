import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { tagKey } from '#shared/arabic/tags.ts';
import { Bidi } from './Bidi.tsx';
import { Icon } from './Icon.tsx';
import { useListButton, useOptionPopup } from './option-list.ts';
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
  /** The tooltip of the button. */
  readonly title?: string;
}

/**
 * A choice of one among a few values, from a list in the top layer. Arrows, Home, End and letters move, Enter and the
 * space bar choose, and Escape closes. For very many values there is `LabelPicker`.
 */
export function Select({ quiet = false, id, describedBy, title, ...list }: SelectProps) {
  const { label, options, value, onChange } = list;
  const button = useListButton();
  const chosen = options.find((option) => option.value === value);

  return (
    <>
      <button
        {...button.attributes}
        ref={button.ref}
        id={id}
        className={quiet ? `${styles.button} ${styles.quiet}` : styles.button}
        aria-label={`${label}: ${chosen?.name ?? value}`}
        aria-describedby={describedBy}
        title={title}
      >
        <span className={styles.value}>
          <Bidi text={chosen?.name ?? value} />
        </span>
        <Icon name="down" small />
      </button>
      {button.open && (
        <OptionList
          {...list}
          anchor={button.ref}
          onDone={(next = value) => {
            button.close();
            if (next !== value) onChange(next);
          }}
          onLeave={button.leave}
        />
      )}
    </>
  );
}

interface OptionListProps extends Pick<SelectProps, 'label' | 'options' | 'value'> {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  /** Closes the list, and chooses the value if one is given. */
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
  useOptionPopup({ anchor, popup: list, at, onLeave });

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
