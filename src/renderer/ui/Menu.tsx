import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { CommandId } from '#shared/commands/table.ts';
import { Icon } from './Icon.tsx';
import { KeyCaps } from './KeyCaps.tsx';
import type { IconName } from './icons.ts';
import { nextItem } from './menu-keys.ts';
import { type Box, placeMenu } from './place-menu.ts';
import { shortcutHints, workingShortcuts } from './shortcuts.ts';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  readonly icon?: IconName;
  /** The command that does the same: its keys stand beside the label. */
  readonly command?: CommandId;
  /** It takes something away: in red, and apart from what stands before it. */
  readonly danger?: boolean;
}

interface MenuProps {
  readonly id?: string;
  /** The accessible name. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Where it belongs now, CSS pixels of the window; `null` when its button is out of sight: the menu closes. */
  readonly anchor: () => Box | null;
  /** The item that gets the focus when it opens. */
  readonly startAt?: 'first' | 'last';
  /** Closes it; `refocus` when the focus goes back to where it came from. */
  readonly onClose: (refocus: boolean) => void;
}

/**
 * A list of things to do in the top layer of the window, so that nothing covers or cuts it. It follows its anchor.
 * Arrows, Home, End and letters move in it; Escape, Tab and a press elsewhere close it.
 */
export function Menu({ id, label, items, anchor, startAt = 'first', onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const latest = useRef({ anchor, onClose });
  latest.current = { anchor, onClose };

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return undefined;
    element.showPopover();
    const place = (): void => {
      const box = latest.current.anchor();
      if (box) putAt(element, box);
      else latest.current.onClose(false);
    };
    place();
    itemsIn(element)
      .at(startAt === 'first' ? 0 : -1)
      ?.focus({ preventScroll: true });
    const handleScroll = ({ target }: Event): void => {
      if (target !== element) place();
    };
    const handleDown = ({ target }: MouseEvent): void => {
      if (target instanceof Node && element.contains(target)) return;
      // A press on its own button closes it there, by the click.
      if (target instanceof Element && id && target.closest(`[aria-controls="${id}"]`)) return;
      latest.current.onClose(false);
    };
    window.addEventListener('scroll', handleScroll, { capture: true, passive: true });
    window.addEventListener('resize', place);
    document.addEventListener('mousedown', handleDown);
    return () => {
      window.removeEventListener('scroll', handleScroll, { capture: true });
      window.removeEventListener('resize', place);
      document.removeEventListener('mousedown', handleDown);
    };
  }, [id, startAt]);

  function handleKeyDown(event: KeyboardEvent): void {
    // No key that is pressed in a menu is a command of the page behind it.
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose(true);
    } else if (event.key === 'Tab') {
      // The focus is back at the button, and goes on from there.
      onClose(true);
    } else {
      const stops = itemsIn(menu.current);
      const at = stops.findIndex((item) => item === document.activeElement);
      const names = stops.map(({ textContent }) => textContent ?? '');
      const next = nextItem(event, at, names);
      if (next === null) return;
      event.preventDefault();
      stops[next]?.focus();
    }
  }

  return (
    <div
      ref={menu}
      id={id}
      popover="manual"
      role="menu"
      aria-label={label}
      className={`${styles.menu} scroll`}
      onKeyDown={handleKeyDown}
    >
      {items.map(({ label: name, run, icon, command, danger = false }, index) => (
        <div key={name} role="none">
          {danger && index > 0 && <div role="separator" className={styles.separator} />}
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-keyshortcuts={shortcutHints(name, command)['aria-keyshortcuts']}
            className={danger ? `${styles.item} ${styles.danger}` : styles.item}
            onClick={() => {
              onClose(true);
              run();
            }}
          >
            {icon && <Icon name={icon} small />}
            <span className={styles.name}>{name}</span>
            {command && <Keys command={command} />}
          </button>
        </div>
      ))}
    </div>
  );
}

/** For the eye only: the item itself says its keys to assistive technology. */
function Keys({ command }: { readonly command: CommandId }) {
  const [shortcut] = workingShortcuts(command);
  return (
    shortcut && (
      <span aria-hidden="true">
        <KeyCaps shortcut={shortcut} />
      </span>
    )
  );
}

const itemsIn = (menu: HTMLElement | null): readonly HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
];

function putAt(menu: HTMLElement, anchor: Box): void {
  menu.style.maxBlockSize = '';
  const size = { width: menu.offsetWidth, height: menu.offsetHeight };
  const frame = { width: window.innerWidth, height: window.innerHeight };
  const rtl = document.dir === 'rtl';
  const { maxHeight } = placeMenu(anchor, size, frame, rtl);
  menu.style.maxBlockSize = `${maxHeight}px`;
  // A menu that has to scroll is wider by its bar.
  const { left, top } = placeMenu(anchor, { ...size, width: menu.offsetWidth }, frame, rtl);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
