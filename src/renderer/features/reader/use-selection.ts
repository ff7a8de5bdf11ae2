import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { announce } from '#renderer/ui/live.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Span } from '#shared/domain/span.ts';
import { translate } from '#shared/i18n/translate.ts';
import { blockElement, offsetAtPoint, rangeOfSpan, spanOfRange } from './dom-text.ts';
import { highlightAt } from './layers.ts';
import type { OpenPage } from './page.ts';
import { snapToWords } from './snap.ts';

/** The selection has settled when it has not changed for so long, ms. */
const SETTLE_MS = 150;

/** What the toolbar is about: words just selected, or a highlight that was clicked. */
export interface SelectionTarget {
  readonly span: Span;
  readonly annotation: Annotation | null;
}

export interface ReaderSelection {
  readonly target: SelectionTarget | null;
  /** The toolbar is on the screen. */
  readonly shown: boolean;
  /** It takes the focus, as after the selection mode. */
  readonly focusToolbar: boolean;
  /** The selection mode is on. */
  readonly selecting: boolean;
  startMode(blockId: string): void;
  extend(direction: 'left' | 'right' | 'forward' | 'backward', by: 'word' | 'line'): void;
  endMode(): void;
  leaveMode(): void;
  /** Takes the toolbar away; the words stay selected. */
  close(): void;
  /** Forgets the words too. */
  clear(): void;
}

/** Follows what is selected in the text, by mouse or in the selection mode. */
export function useSelection(page: OpenPage, annotations: readonly Annotation[]): ReaderSelection {
  const [target, setTarget] = useState<SelectionTarget | null>(null);
  const [shown, setShown] = useState(false);
  const [focusToolbar, setFocusToolbar] = useState(false);
  const [selecting, setSelecting] = useState(false);
  const latest = useRef(annotations);
  latest.current = annotations;

  const readSelection = useCallback((): boolean => {
    const span = selectedSpan(page);
    if (!span) return false;
    setTarget({ span, annotation: null });
    setShown(true);
    return true;
  }, [page]);

  usePointer(page, selecting, {
    readSelection,
    onPlainClick(offset) {
      const annotation = highlightAt(latest.current, offset);
      setTarget(annotation ? { span: annotation.span, annotation } : null);
      setShown(annotation !== undefined);
      setFocusToolbar(false);
    },
  });

  return useMemo(
    () => ({
      target,
      shown,
      focusToolbar,
      selecting,
      startMode(blockId) {
        const element = page.body.current && blockElement(page.body.current, blockId);
        if (!element) return;
        document.getSelection()?.collapse(firstText(element), 0);
        setShown(false);
        setSelecting(true);
        announce(translate('sel.modeHint'));
      },
      extend(direction, by) {
        document.getSelection()?.modify('extend', direction, by);
        document.getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: 'nearest' });
      },
      endMode() {
        setSelecting(false);
        setFocusToolbar(true);
        readSelection();
      },
      leaveMode() {
        setSelecting(false);
        document.getSelection()?.removeAllRanges();
      },
      close() {
        setShown(false);
        setFocusToolbar(false);
        page.scroller.current?.focus({ preventScroll: true });
      },
      clear() {
        setShown(false);
        setFocusToolbar(false);
        setTarget(null);
        document.getSelection()?.removeAllRanges();
        page.scroller.current?.focus({ preventScroll: true });
      },
    }),
    [target, shown, focusToolbar, selecting, page, readSelection],
  );
}

interface PointerHandlers {
  /** Takes up the document's selection; false when there is none in the text. */
  readonly readSelection: () => boolean;
  readonly onPlainClick: (offset: number) => void;
}

function usePointer(page: OpenPage, selecting: boolean, handlers: PointerHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const body = page.body.current;
    if (!body) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const handleUp = (event: MouseEvent): void => {
      if (event.target instanceof Element && event.target.closest('button, a, [role=toolbar]'))
        return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (latest.current.readSelection()) return;
        const offset = offsetAtPoint(body, page.places, event.clientX, event.clientY);
        latest.current.onPlainClick(offset ?? -1);
      }, SETTLE_MS);
    };
    if (!selecting) document.addEventListener('mouseup', handleUp);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('mouseup', handleUp);
    };
  }, [page, selecting]);
}

/** The span of the document's selection in the text, in whole words; shown to the reader as such. */
function selectedSpan(page: OpenPage): Span | null {
  const selection = document.getSelection();
  const body = page.body.current;
  if (!body || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(body)) return null;
  const raw = spanOfRange(body, page.places, range);
  const span = raw && snapToWords(page.text, raw);
  const snapped = span && rangeOfSpan(body, page.places, span);
  if (!span || !snapped) return null;
  selection.removeAllRanges();
  selection.addRange(snapped);
  return span;
}

function firstText(element: Element): Node {
  return document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() ?? element;
}
