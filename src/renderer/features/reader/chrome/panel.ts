import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { PanelState, ReaderSession } from '../session/session.ts';

/** In a window of at least this width the panel stands beside the text, in a narrower one it lies over it, CSS pixels. */
const DOCKED_FROM_PX = 1180;

/** What the panel's buttons and keys do. */
export interface PanelActions {
  readonly show: () => void;
  readonly toggle: () => void;
  /** Closes a panel that lies over the text; a panel beside the text stays open. */
  readonly uncover: () => void;
}

/** True when the panel stands beside the text. */
export const isPanelDocked = (): boolean => window.innerWidth >= DOCKED_FROM_PX;

const isFocusInPanel = (): boolean => document.activeElement?.closest('aside') != null;

/** @param scroller  gets the focus when it was in a panel that closes */
export function createPanelActions(
  session: ReaderSession,
  scroller: RefObject<HTMLElement | null>,
): PanelActions {
  return {
    show: () => session.setPanel(true),
    toggle() {
      const { open } = session.state.panel;
      if (open && isFocusInPanel()) scroller.current?.focus({ preventScroll: true });
      session.setPanel(!open);
    },
    uncover() {
      if (session.state.panel.open && !isPanelDocked()) session.setPanel(false);
    },
  };
}

/**
 * How the panel is when an article is opened: it opens by itself only beside the text, and only when there is something
 * in it.
 *
 * @param known  it is final whether there is something in it
 */
export function firstPanel(hasContent: boolean, known: boolean): PanelState {
  const open = hasContent && isPanelDocked();
  return { open, decided: open || known };
}

/**
 * Opens the panel once it is known that there is something in it, and lets it follow the width of the window: a window
 * that becomes narrow does not lay it over the text, unless the focus is in it; a window that becomes wide again has it
 * again.
 *
 * @param known  `hasContent` is final; of a long article it may be known later than the words
 */
export function useFittingPanel(session: ReaderSession, hasContent: boolean, known: boolean): void {
  const latest = useRef(hasContent);
  latest.current = hasContent;
  useLayoutEffect(() => {
    const { panel } = session.state;
    if (known && !panel.decided) session.setPanel(panel.open || (hasContent && isPanelDocked()));
  }, [session, known, hasContent]);
  useEffect(() => {
    const wide = window.matchMedia(`(min-width: ${DOCKED_FROM_PX}px)`);
    let whenWide = session.state.panel.open || !wide.matches;
    const follow = (): void => {
      const { open } = session.state.panel;
      if (wide.matches) session.fitPanel(open || (whenWide && latest.current));
      else {
        whenWide = open;
        if (!isFocusInPanel()) session.fitPanel(false);
      }
    };
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, [session]);
}
