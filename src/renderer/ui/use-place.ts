import { type RefObject, useLayoutEffect, useRef } from 'react';

interface Place {
  scrollTop: number;
  /** Selects the link that had the focus. */
  focused: string | null;
}

/** How each list was left, while the window is open. */
const places = new Map<string, Place>();

/**
 * Keeps the place in a scrolled list: coming back finds the same scroll and the same focus.
 *
 * @param name   of the list; another query is another list, which starts at its top
 * @param ready  the list is rendered
 */
export function usePlace(name: string, ready: boolean): RefObject<HTMLDivElement | null> {
  const scroller = useRef<HTMLDivElement>(null);
  const returned = useRef(false);
  const scrollTop = useRef(0);

  // With the list on the screen, not after: a key that comes at once must find the focus in its place.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!ready || !element) return undefined;
    const place = places.get(name);
    // Even setting it to what it is would lay the page out here, before the rest of the turn changes it again.
    const top = place?.scrollTop ?? 0;
    if (top !== scrollTop.current) element.scrollTop = top;
    scrollTop.current = top;
    // Only on the way back: a list that changes under the typing hands must not take the focus.
    if (!returned.current && place?.focused) {
      const link = element.querySelector<HTMLElement>(place.focused);
      link?.focus({ preventScroll: true });
      // Heights of what was not drawn yet are guesses.
      link?.scrollIntoView({ block: 'nearest' });
    }
    returned.current = true;

    const keep = (change: Partial<Place>): void => {
      places.set(name, { ...(places.get(name) ?? { scrollTop: 0, focused: null }), ...change });
    };
    const keepScroll = (): void => {
      scrollTop.current = element.scrollTop;
      keep({ scrollTop: scrollTop.current });
    };
    const keepFocus = (event: FocusEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      keep({ focused: link && selectorOf(link) });
    };
    element.addEventListener('scroll', keepScroll, { passive: true });
    element.addEventListener('focusin', keepFocus);
    return () => {
      element.removeEventListener('scroll', keepScroll);
      element.removeEventListener('focusin', keepFocus);
    };
  }, [name, ready]);

  return scroller;
}

/** A card above the list may lead to the same article as an item in it. */
function selectorOf(link: Element): string {
  const kind = link.matches('[data-list-item]') ? '[data-list-item]' : ':not([data-list-item])';
  return `a${kind}[href="${CSS.escape(link.getAttribute('href') ?? '')}"]`;
}
