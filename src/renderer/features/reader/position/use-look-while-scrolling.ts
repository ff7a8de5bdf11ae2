import { type RefObject, useEffect, useRef } from 'react';

/** How often `look` is called while the text is scrolled, ms. */
const LOOK_EVERY_MS = 120;

/**
 * Calls `look` when the text begins to scroll, regularly while it scrolls, and once more when it has stopped. Measuring
 * in every frame would make the frames too long.
 */
export function useLookWhileScrolling(
  scroller: RefObject<HTMLElement | null>,
  look: () => void,
): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let moved = false;
    const rest = (): void => {
      timer = undefined;
      if (!moved) return;
      moved = false;
      latest.current();
      timer = setTimeout(rest, LOOK_EVERY_MS);
    };
    const handleScroll = (): void => {
      if (timer !== undefined) {
        moved = true;
        return;
      }
      latest.current();
      timer = setTimeout(rest, LOOK_EVERY_MS);
    };
    element.addEventListener('scroll', handleScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', handleScroll);
    };
  }, [scroller]);
}
