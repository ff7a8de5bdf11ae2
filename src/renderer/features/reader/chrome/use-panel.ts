import { type RefObject, useEffect, useRef, useState } from 'react';

/** From this width on the panel stands beside the text; below, it lies over it. CSS pixels. */
const DOCKED_FROM_PX = 1180;

export interface Panel {
  readonly open: boolean;
  readonly show: () => void;
  readonly toggle: () => void;
  /** Takes away a panel that lies over the text; one beside it stays. */
  readonly uncover: () => void;
}

/** True when the panel stands beside the text. */
export const isPanelDocked = (): boolean => window.innerWidth >= DOCKED_FROM_PX;

const isFocusInPanel = (): boolean => document.activeElement?.closest('aside') != null;

/**
 * Whether the panel is there: at first only beside the text, and only when it has something to say. A window that becomes narrow does not lay it over what is
 * read, unless one is at work in it; a window that becomes wide again has it again.
 *
 * @param scroller  gets the focus when it was in a panel that closes
 * @param says      there is something in it; of a long article it may be known later than the words
 * @param known     `says` is final
 */
export function usePanel(
  scroller: RefObject<HTMLElement | null>,
  says: boolean,
  known: boolean,
): Panel {
  const [open, setOpen] = useState(() => says && isPanelDocked());
  const latest = useRef({ open, says });
  latest.current = { open, says };
  /** It has been opened by itself, or the reader has decided. */
  const [decided, setDecided] = useState(open || known);
  if (!decided && known) {
    setDecided(true);
    if (says && isPanelDocked()) setOpen(true);
  }
  useEffect(() => {
    const wide = window.matchMedia(`(min-width: ${DOCKED_FROM_PX}px)`);
    let whenWide = latest.current.open || !wide.matches;
    const follow = (): void => {
      const now = latest.current;
      if (wide.matches) setOpen(now.open || (whenWide && now.says));
      else {
        whenWide = now.open;
        if (!isFocusInPanel()) setOpen(false);
      }
    };
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);

  const set = (next: boolean): void => {
    setDecided(true);
    setOpen(next);
  };
  const toggle = (): void => {
    if (open && isFocusInPanel()) scroller.current?.focus({ preventScroll: true });
    set(!open);
  };
  return {
    open,
    show: () => set(true),
    toggle,
    uncover: () => {
      if (open && !isPanelDocked()) set(false);
    },
  };
}
