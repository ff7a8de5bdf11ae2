import { useEffect, useRef } from 'react';
import { isEditable } from '#renderer/ui/keys.ts';
import type { OpenPage } from '../text/page.ts';

/** The selection has settled when nothing has happened to it for so long, ms. */
const SETTLE_MS = 150;

interface SettledHandlers {
  /** The pointer was lifted there, CSS pixels of the window. */
  readonly onPointer: (x: number, y: number) => void;
  /** Keys changed the selection. */
  readonly onKeys: () => void;
}

/** Tells when a selection has settled; not in the selection mode, which has an end of its own. */
export function useSettledSelection(
  page: OpenPage,
  paused: boolean,
  handlers: SettledHandlers,
): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    if (paused || !page.body.current) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (then: () => void): void => {
      clearTimeout(timer);
      timer = setTimeout(then, SETTLE_MS);
    };
    const handleUp = ({ target, button, clientX, clientY }: MouseEvent): void => {
      // The second button opens a menu.
      if (button === 2) return;
      if (target instanceof Element && target.closest('button, a, [role=toolbar]')) return;
      settle(() => latest.current.onPointer(clientX, clientY));
    };
    const handleKeyUp = (event: KeyboardEvent): void => {
      if (!isEditable(event.target) && extendsSelection(event))
        settle(() => latest.current.onKeys());
    };
    document.addEventListener('mouseup', handleUp);
    document.addEventListener('keyup', handleKeyUp);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('mouseup', handleUp);
      document.removeEventListener('keyup', handleKeyUp);
    };
  }, [page, paused]);
}

const EXTENDING = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** Shift with an arrow goes on from what the pointer selected. */
const extendsSelection = ({ shiftKey, code }: KeyboardEvent): boolean =>
  shiftKey && EXTENDING.has(code);
