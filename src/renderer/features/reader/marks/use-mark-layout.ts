import { useLayoutEffect, useRef, useState } from 'react';
import type { OpenPage } from '../text/page.ts';
import { stretchElements } from '../text/stretches/elements.ts';
import { type MarkLayout, measureMarks } from './measure-marks.ts';
import { NO_STRETCH_MARKS, type StretchMarks } from './share-marks.ts';

interface Options {
  /** The marks of each stretch. */
  readonly marks: readonly StretchMarks[];
  /** Indexes of the stretches that are measured. */
  readonly near: ReadonlySet<number>;
  /** Changes whenever the words may have moved. */
  readonly layoutKey: string;
  /** True when every highlight gets a line, not only covered ones. */
  readonly everyLine: boolean;
}

/** Measures the positions of gutter marks and overlay lines, and measures again whenever the text has a new layout. */
export function useMarkLayout(page: OpenPage, options: Options): ReadonlyMap<number, MarkLayout> {
  const { marks, near, layoutKey, everyLine } = options;
  const [layouts, setLayouts] = useState<ReadonlyMap<number, MarkLayout>>(new Map());
  /** The inputs of each stretch's last measurement. A stretch with equal inputs is not measured again. */
  const measured = useRef(new Map<number, readonly unknown[]>());
  const [present, setPresent] = useState(false);
  // React sets the ref of an outer element after the effects of inner ones, so the first effect finds no article.
  useLayoutEffect(() => queueMicrotask(() => setPresent(true)), []);
  useLayoutEffect(() => {
    const body = page.body.current;
    if (!present || !body) return undefined;
    const elements = stretchElements(body);
    const measure = (indexes: Iterable<number>, again = false): void => {
      const changed: [number, MarkLayout][] = [];
      for (const index of indexes) {
        const [element, stretch] = [elements[index], page.stretches[index]];
        if (!element || !stretch) continue;
        const { offsetWidth, offsetHeight } = element;
        const now = [page, marks[index], layoutKey, everyLine, offsetWidth, offsetHeight];
        const before = measured.current.get(index);
        if (!again && before && now.every((each, at) => each === before[at])) continue;
        measured.current.set(index, now);
        const context = { body, element, page, stretch, everyLine };
        changed.push([index, measureMarks(context, marks[index] ?? NO_STRETCH_MARKS)]);
      }
      if (changed.length > 0) setLayouts((known) => new Map([...known, ...changed]));
    };
    measure(near);
    const observer = new ResizeObserver(() => measure(near));
    // The border box is observed, because padding moves the text too.
    for (const index of near) {
      const element = elements[index];
      if (element) observer.observe(element, { box: 'border-box' });
    }
    const measureAgain = (): void => measure(near, true);
    const handleScroll = ({ target }: Event): void => {
      // Only boxes inside the text scroll here; the text itself scrolls around it.
      const stretch = target instanceof Element && target.closest('[data-stretch]');
      if (stretch) measure([elements.indexOf(stretch as HTMLElement)], true);
    };
    body.addEventListener('scroll', handleScroll, { capture: true, passive: true });
    let stopped = false;
    if (document.fonts.status === 'loading')
      void document.fonts.ready.then(() => {
        if (!stopped) measureAgain();
      });
    return () => {
      stopped = true;
      observer.disconnect();
      body.removeEventListener('scroll', handleScroll, { capture: true });
    };
  }, [present, page, marks, near, layoutKey, everyLine]);
  return layouts;
}
