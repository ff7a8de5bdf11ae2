import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { PanelTab } from '#renderer/features/annotations/index.ts';
import type { PanelState, ReaderSession } from '../session/session.ts';

/** In a window of at least this width the panel is beside the text, in a narrower one over it, CSS pixels. */
const DOCKED_FROM_PX = 1180;

/** What the panel's buttons and keys do. */
export interface PanelActions {
  readonly show: (tab: PanelTab) => void;
  readonly toggle: () => void;
  /** Closes a panel that covers the text; a panel beside the text stays open. */
  readonly uncover: () => void;
}

/** True when the panel is beside the text. */
export const isPanelDocked = (): boolean => window.innerWidth >= DOCKED_FROM_PX;

const isFocusInPanel = (): boolean => document.activeElement?.closest('aside') != null;

/** @param scroller  gets the focus when it was in a panel that closes */
export function createPanelActions(
  session: ReaderSession,
  scroller: RefObject<HTMLElement | null>,
): PanelActions {
  return {
    show(tab) {
      session.setTab(tab);
      session.setPanel(true);
    },
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
 * Returns the panel's state when an article opens. It opens by itself only beside the text, and only if it has content.
 *
 * @param known  true when `hasContent` is final
 */
export function firstPanel(hasContent: boolean, known: boolean, tab: PanelTab): PanelState {
  const open = hasContent && isPanelDocked();
  return { open, tab, decided: open || known };
}

/**
 * Opens the panel when it is known to have content, and adapts it to the width of the window: a panel beside the text
 * closes when the window becomes narrow, unless it has the focus, and opens again when the window becomes wide.
 *
 * @param known  true when `hasContent` is final, which in a long article may be after the words are shown
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
