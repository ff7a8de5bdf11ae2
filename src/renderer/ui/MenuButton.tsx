import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icons.ts';
import styles from './MenuButton.module.css';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
}

interface MenuButtonProps {
  /** The accessible name of the button and of its menu. */
  readonly label: string;
  readonly icon: IconName;
  readonly items: readonly MenuItem[];
  readonly small?: boolean;
}

/** A button that opens a short list of things to do: arrows move, Escape and a press elsewhere close. */
export function MenuButton({ label, icon, items, small = false }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    itemsIn(frame.current)[0]?.focus();
    const handleDown = ({ target }: MouseEvent): void => {
      if (target instanceof Node && !frame.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('mousedown', handleDown);
    return () => document.removeEventListener('mousedown', handleDown);
  }, [open]);

  function close(): void {
    setOpen(false);
    frame.current?.querySelector('button')?.focus();
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (!open) return;
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close();
      return;
    }
    const stops = itemsIn(frame.current);
    const at = stops.findIndex((item) => item === document.activeElement);
    const next = nextItem(event.code, at, stops.length);
    if (next === null) return;
    event.preventDefault();
    stops[next]?.focus();
  }

  return (
    <div ref={frame} className={styles.frame} onKeyDown={handleKeyDown}>
      <IconButton
        icon={icon}
        label={label}
        small={small}
        expanded={open}
        aria-haspopup="menu"
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div id={id} role="menu" aria-label={label} className={styles.menu}>
          {items.map(({ label: name, run }) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              onClick={() => {
                close();
                run();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const itemsIn = (frame: HTMLElement | null): readonly HTMLElement[] => [
  ...(frame?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
];

function nextItem(code: string, at: number, count: number): number | null {
  if (code === 'ArrowDown') return (at + 1) % count;
  if (code === 'ArrowUp') return (at - 1 + count) % count;
  if (code === 'Home') return 0;
  return code === 'End' ? count - 1 : null;
}
