import { type PointerEvent, useRef } from 'react';
import type { Stage } from './use-zoom.ts';

/** Moves a picture that is larger than the window with the pointer. */
export function useDrag(stage: Stage) {
  const from = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLDivElement>): void {
      const element = stage.current;
      if (!element || event.button !== 0) return;
      const { scrollLeft: left, scrollTop: top } = element;
      from.current = { x: event.clientX, y: event.clientY, left, top };
      element.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>): void {
      if (!from.current || !stage.current) return;
      const { x, y, left, top } = from.current;
      stage.current.scrollTo(left + x - event.clientX, top + y - event.clientY);
    },
    onPointerUp(): void {
      from.current = null;
    },
  };
}
