import { type RefObject, useLayoutEffect } from 'react';

/** The least gap between a popup and the edge of the window, CSS pixels. */
const EDGE_PX = 8;

/** The gap between a popup and its anchor, CSS pixels. */
const GAP_PX = 4;

/**
 * Shows a popup in the top layer, below its anchor or, where there is more room, above it. Their line starts are
 * under each other, and the popup follows the anchor while something scrolls. The popup needs `popover="manual"` and
 * is rendered as long as it is open.
 */
export function useAnchored(
  anchor: RefObject<HTMLElement | null>,
  popup: RefObject<HTMLElement | null>,
  open: boolean,
): void {
  useLayoutEffect(() => {
    const shown = popup.current;
    if (!open || !shown) return undefined;
    shown.showPopover();
    const follow = (): void => {
      if (anchor.current) placeAt(shown, anchor.current.getBoundingClientRect());
    };
    const handleScroll = ({ target }: Event): void => {
      // Placing measures the whole height, which would take a popup that scrolls itself back to its top.
      if (target instanceof Node && shown.contains(target)) return;
      follow();
    };
    follow();
    window.addEventListener('scroll', handleScroll, { capture: true, passive: true });
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', handleScroll, { capture: true });
      window.removeEventListener('resize', follow);
    };
  }, [anchor, popup, open]);
}

function placeAt(popup: HTMLElement, anchor: DOMRect): void {
  const below = window.innerHeight - anchor.bottom - GAP_PX - EDGE_PX;
  const above = anchor.top - GAP_PX - EDGE_PX;
  popup.style.maxBlockSize = 'none';
  const height = popup.offsetHeight;
  const isBelow = height <= below || below >= above;
  const shownHeight = Math.min(height, isBelow ? below : above);
  popup.style.maxBlockSize = `${shownHeight}px`;
  popup.style.insetBlockStart = `${isBelow ? anchor.bottom + GAP_PX : anchor.top - GAP_PX - shownHeight}px`;
  const fromStart =
    document.dir === 'ltr' ? anchor.left : document.documentElement.clientWidth - anchor.right;
  const last = document.documentElement.clientWidth - popup.offsetWidth - EDGE_PX;
  popup.style.insetInlineStart = `${Math.max(EDGE_PX, Math.min(fromStart, last))}px`;
}
