import type { Box } from './place-menu.ts';

/** The rectangle of an element in the window, in CSS pixels; `null` when it is scrolled out of sight. */
export function boxInSight(element: HTMLElement | null): Box | null {
  if (!element?.isConnected) return null;
  const box = element.getBoundingClientRect();
  const frame = element.closest('.scroll')?.getBoundingClientRect();
  const isSeen = !frame || (box.bottom > frame.top && box.top < frame.bottom);
  return isSeen ? box : null;
}
