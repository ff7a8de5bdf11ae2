/** A rectangle in the window, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface MenuPlace {
  readonly left: number;
  readonly top: number;
  /** CSS pixels. A menu that is higher than this scrolls. */
  readonly maxHeight: number;
}

/** The gap between a menu and its button. */
const GAP_PX = 4;

/** The least gap between a menu and the edge of the window. */
const EDGE_PX = 8;

/**
 * Finds the position of a menu: below its anchor, or above when there is room only there. The line ends of both are
 * under each other, or their line starts when the menu would leave the window.
 *
 * @param anchor  the button, or the point of a click as an empty box; CSS pixels of the window
 * @param menu    size of the whole menu
 * @param frame   size of the window
 * @param rtl     the interface is written from right to left
 */
export function placeMenu(anchor: Box, menu: Size, frame: Size, rtl: boolean): MenuPlace {
  const below = frame.height - EDGE_PX - (anchor.bottom + GAP_PX);
  const above = anchor.top - GAP_PX - EDGE_PX;
  const goesBelow = menu.height <= below || below >= above;
  const maxHeight = Math.max(0, goesBelow ? below : above);
  const height = Math.min(menu.height, maxHeight);
  const [atLeftEdge, atRightEdge] = [anchor.left, anchor.right - menu.width];
  const [wanted, other] = rtl ? [atLeftEdge, atRightEdge] : [atRightEdge, atLeftEdge];
  const fits = (left: number): boolean =>
    left >= EDGE_PX && left + menu.width <= frame.width - EDGE_PX;
  const left = fits(wanted) || !fits(other) ? wanted : other;
  return {
    left: Math.max(EDGE_PX, Math.min(frame.width - EDGE_PX - menu.width, left)),
    top: goesBelow ? anchor.bottom + GAP_PX : anchor.top - GAP_PX - height,
    maxHeight,
  };
}
