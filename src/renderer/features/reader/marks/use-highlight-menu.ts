import { useEffect, useRef, useState } from 'react';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import type { Box } from '#renderer/ui/place-menu.ts';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import type { ReaderSession } from '../session/session.ts';
import { rangeOfSpan } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import { selectedSpan } from '../text/selected-span.ts';
import { highlightUnder } from './selection-actions.ts';

/** A highlight whose menu is open, and the point where the menu was opened. */
export interface AskedHighlight {
  readonly annotation: PlacedAnnotation;
  readonly box: Box;
}

/**
 * Opens the menu of a highlight at a click of the second mouse button on its words or its mark, or at the menu key while
 * it is chosen. Selected words and paragraphs keep the menu of the system.
 */
export function useHighlightMenu(
  session: ReaderSession,
  page: OpenPage,
  annotations: readonly PlacedAnnotation[],
): readonly [AskedHighlight | null, () => void] {
  const [asked, setAsked] = useState<AskedHighlight | null>(null);
  const latest = useRef(annotations);
  latest.current = annotations;
  useEffect(() => {
    const scroller = page.scroller.current;
    if (!scroller) return undefined;
    const handleMenu = (event: MouseEvent): void => {
      const { chosenId } = session.state;
      const annotation = annotationOf(page, { annotations: latest.current, chosenId }, event);
      if (!annotation) return;
      event.preventDefault();
      session.choose(annotation.id);
      setAsked({ annotation, box: boxOf(page, annotation, event) });
    };
    scroller.addEventListener('contextmenu', handleMenu);
    return () => scroller.removeEventListener('contextmenu', handleMenu);
  }, [session, page]);
  return [asked, () => setAsked(null)];
}

interface Context {
  readonly annotations: readonly PlacedAnnotation[];
  readonly chosenId: AnnotationId | null;
}

const isByMouse = ({ button }: MouseEvent): boolean => button === 2;

function annotationOf(
  page: OpenPage,
  { annotations, chosenId }: Context,
  event: MouseEvent,
): PlacedAnnotation | null {
  const mark = event.target instanceof Element ? event.target.closest('[data-annotation]') : null;
  const known = (id: string | null): PlacedAnnotation | null =>
    annotations.find((each) => each.id === id) ?? null;
  if (mark) return known(mark.getAttribute('data-annotation'));
  if (selectedSpan(page)) return null;
  if (!isByMouse(event)) return known(chosenId);
  return known(highlightUnder(page, annotations, event.clientX, event.clientY)?.id ?? null);
}

function boxOf(page: OpenPage, { span }: PlacedAnnotation, event: MouseEvent): Box {
  const { clientX: x, clientY: y } = event;
  if (isByMouse(event)) return { left: x, right: x, top: y, bottom: y };
  const body = page.body.current;
  const range = body && rangeOfSpan(body, page.blockSpans, span);
  const [line] = range?.getClientRects() ?? [];
  return line ?? { left: x, right: x, top: y, bottom: y };
}
