import { useCallback, useMemo, useRef, useState } from 'react';
import { announce } from '#renderer/ui/live.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Span } from '#shared/domain/span.ts';
import { translate } from '#shared/i18n/translate.ts';
import { blockElement, isOver, offsetAtPoint, rangeOfSpan } from '../text/dom-text.ts';
import { highlightsAt } from './lanes.ts';
import type { OpenPage } from '../text/page.ts';
import { selectSpan, selectedSpan } from '../text/selected-span.ts';
import { useSettledSelection } from './use-settled-selection.ts';

/** What the toolbar is about: words just selected, or a highlight that was clicked. */
export interface SelectionTarget {
  readonly span: Span;
  readonly annotation: Annotation | null;
}

export interface ReaderSelection {
  readonly target: SelectionTarget | null;
  /** What an action is about now: the clicked highlight, else the words that are selected. */
  readonly read: () => SelectionTarget | null;
  /** The toolbar is on the screen. */
  readonly shown: boolean;
  /** Changes when the toolbar is to take the focus; 0 until then. */
  readonly focusAsked: number;
  /** The selection mode is on. */
  readonly selecting: boolean;
  startMode(blockId: string): void;
  extend(direction: 'left' | 'right' | 'forward' | 'backward', by: 'word' | 'line'): void;
  endMode(): void;
  leaveMode(): void;
  enterToolbar(): void;
  /** Takes the toolbar away; the words stay selected. */
  close(): void;
  /** Forgets the words too. */
  clear(): void;
}

/** Follows what is selected in the text: by mouse, by keys, or in the selection mode. */
export function useSelection(page: OpenPage, annotations: readonly Annotation[]): ReaderSelection {
  const [target, setTarget] = useState<SelectionTarget | null>(null);
  const [shown, setShown] = useState(false);
  const [focusAsked, setFocusAsked] = useState(0);
  const [selecting, setSelecting] = useState(false);
  const latest = useRef(annotations);
  latest.current = annotations;

  const show = useCallback((next: SelectionTarget | null): boolean => {
    setTarget(next);
    setShown(next !== null);
    setFocusAsked(0);
    return next !== null;
  }, []);
  const showSelected = useCallback((): boolean => {
    const span = selectedSpan(page);
    return show(span && { span, annotation: null });
  }, [page, show]);

  useSettledSelection(page, selecting, {
    onKeys: showSelected,
    onPointer(x, y) {
      const span = selectedSpan(page);
      if (span) selectSpan(page, span);
      if (showSelected()) return;
      const annotation = highlightUnder(page, latest.current, x, y);
      show(annotation && { span: annotation.span, annotation });
    },
  });

  return useMemo(() => {
    const focusText = (): void => page.scroller.current?.focus({ preventScroll: true });
    const forget = (): void => {
      show(null);
      setSelecting(false);
      document.getSelection()?.removeAllRanges();
      focusText();
    };
    return {
      target,
      shown,
      focusAsked,
      selecting,
      read() {
        const span = selectedSpan(page);
        if (span) return { span, annotation: null };
        return shown && target?.annotation ? target : null;
      },
      startMode(blockId) {
        const element = page.body.current && blockElement(page.body.current, blockId);
        if (!element) return;
        document.getSelection()?.collapse(firstText(element), 0);
        show(null);
        setSelecting(true);
        announce(translate('sel.modeHint'));
      },
      extend(direction, by) {
        const selection = document.getSelection();
        selection?.modify('extend', direction, by);
        selection?.focusNode?.parentElement?.scrollIntoView({ block: 'nearest' });
      },
      endMode() {
        setSelecting(false);
        const span = selectedSpan(page);
        if (span) selectSpan(page, span);
        if (showSelected()) setFocusAsked((times) => times + 1);
      },
      leaveMode: forget,
      enterToolbar: () => setFocusAsked((times) => times + 1),
      close() {
        setShown(false);
        focusText();
      },
      clear: forget,
    };
  }, [target, shown, focusAsked, selecting, page, show, showSelected]);
}

/** The highlight that is seen under a point of the window, CSS pixels. */
export function highlightUnder(
  page: OpenPage,
  annotations: readonly Annotation[],
  x: number,
  y: number,
): Annotation | null {
  const body = page.body.current;
  const offset = body && offsetAtPoint(body, page.places, x, y);
  if (!body || offset === null) return null;
  const isSeen = ({ span }: Annotation): boolean => {
    const range = rangeOfSpan(body, page.places, span);
    return range !== null && isOver(range, x, y);
  };
  return highlightsAt(annotations, offset).find(isSeen) ?? null;
}

function firstText(element: Element): Node {
  return document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() ?? element;
}
