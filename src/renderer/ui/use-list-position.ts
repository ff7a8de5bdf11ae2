import { type RefObject, useLayoutEffect, useRef } from 'react';
import { viewState } from '#renderer/view-state/view-state.ts';

/** How a list was left. */
export interface ListPosition {
  scrollTop: number;
  /** A selector of the link that had the focus; `null` when none had. */
  focused: string | null;
  /** CSS pixels from the upper edge of the list to this link when the list was left; `null` when unknown. */
  focusedAt: number | null;
}

const START: ListPosition = { scrollTop: 0, focused: null, focusedAt: null };

/** True when a list was left at a position that the way back must find again. */
export const hasListPosition = (name: string): boolean => viewState.get('listPositions').has(name);

/**
 * Remembers how a list was scrolled and which of its links had the focus, so that coming back finds both.
 *
 * @param name   names the list; another query is another list, which starts at its top
 * @param ready  true when the list is rendered
 * @returns the ref of the element that scrolls
 */
export function useListPosition(name: string, ready: boolean): RefObject<HTMLDivElement | null> {
  const positions = viewState.get('listPositions');
  const scroller = useRef<HTMLDivElement>(null);
  const returned = useRef(false);
  const scrollTop = useRef(0);
  const latestName = useRef(name);
  latestName.current = name;

  // This runs before the list is painted, so that a key that comes at once finds the focus in its link.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!ready || !element) return undefined;
    const left = positions.get(name);
    // Setting even the same value would lay the page out here, before the rest of this task changes it again.
    const top = left?.scrollTop ?? 0;
    if (top !== scrollTop.current) element.scrollTop = top;
    scrollTop.current = top;
    // This happens only on the way back, because a list that changes while somebody types must not take the focus.
    if (!returned.current && left?.focused) {
      returnToLink(element, left);
      scrollTop.current = element.scrollTop;
    }
    returned.current = true;
    return followList(element, (change) => {
      scrollTop.current = change.scrollTop ?? scrollTop.current;
      positions.set(name, { ...(positions.get(name) ?? START), ...change });
    });
  }, [name, ready, positions]);

  // A layout effect ends before the list is removed, so that the link can still be measured.
  useLayoutEffect(
    () => () => {
      const left = positions.get(latestName.current);
      const link = left?.focused && scroller.current?.querySelector(left.focused);
      if (link && scroller.current) left.focusedAt = topOf(link, scroller.current);
    },
    [positions],
  );

  return scroller;
}

/** Focuses the link that had the focus when the list was left, at the height where the reader saw it. */
function returnToLink(list: HTMLElement, { focused, focusedAt }: ListPosition): void {
  const link = focused === null ? null : list.querySelector<HTMLElement>(focused);
  if (!link) return;
  link.focus({ preventScroll: true });
  // The content above the link may be higher or lower now.
  if (focusedAt !== null) list.scrollTop += topOf(link, list) - focusedAt;
  // Rows that were not drawn yet have guessed heights, so the link may still be out of sight.
  link.scrollIntoView({ block: 'nearest' });
}

/** Reports how a list is scrolled and which of its links gets the focus. @returns the function that ends this */
function followList(
  list: HTMLElement,
  onChange: (change: Partial<ListPosition>) => void,
): () => void {
  const handleScroll = (): void => onChange({ scrollTop: list.scrollTop });
  const handleFocus = ({ target }: FocusEvent): void => {
    const link = target instanceof Element ? target.closest('a') : null;
    onChange({ focused: link && selectorOf(link), focusedAt: null });
  };
  list.addEventListener('scroll', handleScroll, { passive: true });
  list.addEventListener('focusin', handleFocus);
  return () => {
    list.removeEventListener('scroll', handleScroll);
    list.removeEventListener('focusin', handleFocus);
  };
}

const topOf = (link: Element, scroller: Element): number =>
  link.getBoundingClientRect().top - scroller.getBoundingClientRect().top;

/** A selector that tells an item of the list from a card above it that leads to the same article. */
function selectorOf(link: Element): string {
  const kind = link.matches('[data-list-item]') ? '[data-list-item]' : ':not([data-list-item])';
  return `a${kind}[href="${CSS.escape(link.getAttribute('href') ?? '')}"]`;
}
