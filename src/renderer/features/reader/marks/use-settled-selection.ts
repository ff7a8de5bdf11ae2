import { useEffect, useRef } from 'react';
import { isEditable } from '#renderer/ui/keys.ts';
import type { OpenPage } from '../text/page.ts';
import type { SelectionActions } from './selection-actions.ts';

/** A selection has settled when it has not changed for this long, ms. */
const SETTLE_MS = 150;

/** Reports when a selection has settled, except in the selection mode, which the reader ends explicitly. */
export function useSettledSelection(
  page: OpenPage,
  paused: boolean,
  actions: Pick<SelectionActions, 'settleKeys' | 'settlePointer'>,
): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (paused || !page.body.current) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (then: () => void): void => {
      clearTimeout(timer);
      timer = setTimeout(then, SETTLE_MS);
    };
    const handleUp = ({ target, button, clientX, clientY }: MouseEvent): void => {
      // The second button opens a menu, so it is ignored.
      if (button === 2) return;
      if (target instanceof Element && isControl(target)) return;
      settle(() => latest.current.settlePointer(clientX, clientY));
    };
    const handleKeyUp = (event: KeyboardEvent): void => {
      if (!isEditable(event.target) && extendsSelection(event))
        settle(() => latest.current.settleKeys());
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

/** True for a control, and for a link in the text that was pressed and not selected. */
const isControl = (target: Element): boolean =>
  target.closest('button, a, [role=toolbar]') !== null ||
  (target.closest('[role=link]') !== null && document.getSelection()?.isCollapsed !== false);

const EXTENDING = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** Shift with an arrow extends a selection that the pointer has made. */
const extendsSelection = ({ shiftKey, code }: KeyboardEvent): boolean =>
  shiftKey && EXTENDING.has(code);
