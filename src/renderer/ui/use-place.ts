import { type RefObject, useLayoutEffect, useRef } from 'react';

interface Place {
  scrollTop: number;
  /** Selects the link that had the focus. */
  focused: string | null;
  /** Where it stood in sight when the list was left, CSS pixels below the edge of the list; `null`: unknown. */
  focusedAt: number | null;
}

const START: Place = { scrollTop: 0, focused: null, focusedAt: null };

/** How each list was left, while the window is open. */
const places = new Map<string, Place>();

/** Whether a list was left at a place that the way back must find again. */
export const hasPlace = (name: string): boolean => places.has(name);

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
  const latestName = useRef(name);
  latestName.current = name;

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
      // What stands above may have become higher or lower: the link stays where the eyes left it.
      if (link && place.focusedAt !== null)
        element.scrollTop += topOf(link, element) - place.focusedAt;
      // Heights of what was not drawn yet are guesses.
      link?.scrollIntoView({ block: 'nearest' });
      scrollTop.current = element.scrollTop;
    }
    returned.current = true;

    const keep = (change: Partial<Place>): void => {
      places.set(name, { ...(places.get(name) ?? START), ...change });
    };
    const keepScroll = (): void => {
      scrollTop.current = element.scrollTop;
      keep({ scrollTop: scrollTop.current });
    };
    const keepFocus = (event: FocusEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      keep({ focused: link && selectorOf(link), focusedAt: null });
    };
    element.addEventListener('scroll', keepScroll, { passive: true });
    element.addEventListener('focusin', keepFocus);
    return () => {
      element.removeEventListener('scroll', keepScroll);
      element.removeEventListener('focusin', keepFocus);
    };
  }, [name, ready]);

  // Before the list is taken away: it still stands as it was seen.
  useLayoutEffect(
    () => () => {
      const place = places.get(latestName.current);
      const link = place?.focused && scroller.current?.querySelector(place.focused);
      if (link && scroller.current) place.focusedAt = topOf(link, scroller.current);
    },
    [],
  );

  return scroller;
}

const topOf = (link: Element, scroller: Element): number =>
  link.getBoundingClientRect().top - scroller.getBoundingClientRect().top;

/** A card above the list may lead to the same article as an item in it. */
function selectorOf(link: Element): string {
  const kind = link.matches('[data-list-item]') ? '[data-list-item]' : ':not([data-list-item])';
  return `a${kind}[href="${CSS.escape(link.getAttribute('href') ?? '')}"]`;
}
