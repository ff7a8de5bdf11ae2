import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
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
  /** The command that does the same. Its shortcut is shown beside the label. */
  readonly command?: CommandId;
  /** Marks an item that removes something: it is red and has a line above it. */
  readonly danger?: boolean;
}

interface MenuProps {
  readonly id?: string;
  /** The accessible name. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  /**
   * The rectangle that the menu belongs to, in CSS pixels of the window. `null` when it is out of sight, which closes
   * the menu.
   */
  readonly anchor: () => Box | null;
  /** The item that gets the focus when the menu opens. */
  readonly startAt?: 'first' | 'last';
  /** Closes the menu. `refocus` is true when the focus goes back to where it came from. */
  readonly onClose: (refocus: boolean) => void;
}

/**
 * A menu in the top layer of the window, so that nothing covers or cuts it. It follows its anchor. Arrows, Home, End
 * and letters move the focus; Escape, Tab and a press elsewhere close the menu.
 */
export function Menu({ id, label, items, anchor, startAt = 'first', onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useOpenMenu(menu, { id, anchor, startAt, onClose });

  function handleKeyDown(event: KeyboardEvent): void {
    // Keys that are pressed in a menu must not run commands of the page behind it.
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose(true);
    } else if (event.key === 'Tab') {
      // The focus goes back to the button first, so that Tab continues from there.
      onClose(true);
    } else moveFocus(menu.current, event);
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
      {items.map((item, index) => (
        <div key={item.label} role="none">
          {item.danger && index > 0 && <div role="separator" className={styles.separator} />}
          <Row item={item} onClose={onClose} />
        </div>
      ))}
    </div>
  );
}

interface Opening extends Required<Pick<MenuProps, 'anchor' | 'onClose' | 'startAt'>> {
  readonly id: string | undefined;
}

/** Opens the menu at its anchor, follows the anchor, and closes the menu after a press elsewhere. */
function useOpenMenu(
  menu: RefObject<HTMLDivElement | null>,
  { id, anchor, startAt, onClose }: Opening,
): void {
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
    const first = itemsIn(element).at(startAt === 'first' ? 0 : -1);
    first?.focus({ preventScroll: true });
    const handleScroll = ({ target }: Event): void => {
      if (target !== element) place();
    };
    const handleDown = ({ target }: MouseEvent): void => {
      if (!belongsTo(element, id, target)) latest.current.onClose(false);
    };
    window.addEventListener('scroll', handleScroll, { capture: true, passive: true });
    window.addEventListener('resize', place);
    document.addEventListener('mousedown', handleDown);
    return () => {
      window.removeEventListener('scroll', handleScroll, { capture: true });
      window.removeEventListener('resize', place);
      document.removeEventListener('mousedown', handleDown);
    };
  }, [menu, id, startAt]);
}

/**
 * True for what is inside the menu, and for its button: a press on the button is left to its click, which closes the
 * menu.
 */
function belongsTo(menu: HTMLElement, id: string | undefined, target: EventTarget | null): boolean {
  if (target instanceof Node && menu.contains(target)) return true;
  return Boolean(target instanceof Element && id && target.closest(`[aria-controls="${id}"]`));
}

function moveFocus(menu: HTMLElement | null, event: KeyboardEvent): void {
  const stops = itemsIn(menu);
  const at = stops.findIndex((item) => item === document.activeElement);
  const names = stops.map(({ textContent }) => textContent ?? '');
  const next = nextItem(event, at, names);
  if (next === null) return;
  event.preventDefault();
  stops[next]?.focus();
}

interface RowProps {
  readonly item: MenuItem;
  readonly onClose: MenuProps['onClose'];
}

function Row({ item: { label, run, icon, command, danger = false }, onClose }: RowProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-keyshortcuts={shortcutHints(label, command)['aria-keyshortcuts']}
      className={danger ? `${styles.item} ${styles.danger}` : styles.item}
      onClick={() => {
        onClose(true);
        run();
      }}
    >
      {icon && <Icon name={icon} small />}
      <span className={styles.name}>{label}</span>
      {command && <Keys command={command} />}
    </button>
  );
}

/** Shows the shortcut of a command. It is hidden from screen readers, because the item announces its keys itself. */
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
  // The width is read again, because a menu that has to scroll is wider by its scroll bar.
  const { left, top } = placeMenu(anchor, { ...size, width: menu.offsetWidth }, frame, rtl);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
