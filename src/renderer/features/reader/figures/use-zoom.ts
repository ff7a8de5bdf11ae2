import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type Size, nextZoom, zoomToFit } from './viewer-zoom.ts';

/** The element in which the picture is moved. */
export type Stage = RefObject<HTMLDivElement | null>;

/** The zoom of the picture. It fits into the window until it is changed. */
export function useZoom(stage: Stage, picture: Size) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [fitting, setFitting] = useState(1);
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const measure = (): void =>
      setFitting(zoomToFit(picture, { width: element.offsetWidth, height: element.offsetHeight }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage, picture]);
  const zoom = chosen ?? fitting;
  const centre = useRef<Centre>({ x: 0.5, y: 0.5 });
  // What was in the middle stays there.
  useLayoutEffect(() => moveTo(stage.current, centre.current), [stage, zoom]);
  return {
    zoom,
    change(direction: 'in' | 'out') {
      centre.current = centreOf(stage.current);
      setChosen(nextZoom(zoom, direction));
    },
    fit: () => setChosen(null),
  };
}

/** The middle of what is in sight, as shares of the whole. */
interface Centre {
  readonly x: number;
  readonly y: number;
}

const centreOf = (stage: HTMLDivElement | null): Centre => ({
  x: stage ? (stage.scrollLeft + stage.clientWidth / 2) / stage.scrollWidth : 0.5,
  y: stage ? (stage.scrollTop + stage.clientHeight / 2) / stage.scrollHeight : 0.5,
});

function moveTo(stage: HTMLDivElement | null, { x, y }: Centre): void {
  stage?.scrollTo(
    x * stage.scrollWidth - stage.clientWidth / 2,
    y * stage.scrollHeight - stage.clientHeight / 2,
  );
}
