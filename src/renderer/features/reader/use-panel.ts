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
 * Whether the panel is there: at first only beside the text. A window that becomes narrow does not lay it over what is
 * read, unless one is at work in it; a window that becomes wide again has it again.
 *
 * @param scroller  gets the focus when it was in a panel that closes
 */
export function usePanel(scroller: RefObject<HTMLElement | null>): Panel {
  const [open, setOpen] = useState(isPanelDocked);
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const wide = window.matchMedia(`(min-width: ${DOCKED_FROM_PX}px)`);
    let whenWide = latest.current || !wide.matches;
    const follow = (): void => {
      if (wide.matches) setOpen(whenWide || latest.current);
      else {
        whenWide = latest.current;
        if (!isFocusInPanel()) setOpen(false);
      }
    };
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);

  const toggle = (): void => {
    if (open && isFocusInPanel()) scroller.current?.focus({ preventScroll: true });
    setOpen(!open);
  };
  return {
    open,
    show: () => setOpen(true),
    toggle,
    uncover: () => {
      if (open && !isPanelDocked()) setOpen(false);
    },
  };
}
