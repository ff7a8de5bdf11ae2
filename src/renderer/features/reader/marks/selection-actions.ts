import { announce } from '#renderer/ui/live.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { ReaderSession, SelectionTarget } from '../session/session.ts';
import { blockElement, isOver, offsetAtPoint, rangeOfSpan } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import { selectSpan, selectedSpan } from '../text/selected-span.ts';
import { highlightsAt } from './lanes.ts';

/** What the reader can do with the selection in the text. */
export interface SelectionActions {
  /** Returns what an action concerns now: the selected words, or else the clicked highlight. */
  readonly read: () => SelectionTarget | null;
  startMode(blockId: string): void;
  extend(direction: 'left' | 'right' | 'forward' | 'backward', by: 'word' | 'line'): void;
  endMode(): void;
  leaveMode(): void;
  /** Hides the toolbar; the words stay selected. */
  close(): void;
  /** Hides the toolbar and clears the selection. */
  clear(): void;
  /** Called when a selection by keys has settled. */
  settleKeys(): void;
  /** Called when the pointer was lifted at a point of the window (CSS pixels) and the selection has settled. */
  settlePointer(x: number, y: number): void;
}

/** Connects the selection of the browser, made by mouse, by keys or in the selection mode, with the session. */
export function createSelectionActions(
  session: ReaderSession,
  page: OpenPage,
  annotations: () => readonly Annotation[],
): SelectionActions {
  const focusText = (): void => page.scroller.current?.focus({ preventScroll: true });
  const showSelected = (): boolean => {
    const span = selectedSpan(page);
    session.showTarget(span && { span, annotation: null });
    return span !== null;
  };
  const widenToWords = (): void => {
    const span = selectedSpan(page);
    if (span) selectSpan(page, span);
  };
  const forget = (): void => {
    session.showTarget(null);
    session.setSelecting(false);
    document.getSelection()?.removeAllRanges();
    focusText();
  };
  return {
    read() {
      const span = selectedSpan(page);
      if (span) return { span, annotation: null };
      const { shown, target } = session.state.selection;
      return shown && target?.annotation ? target : null;
    },
    startMode(blockId) {
      const element = page.body.current && blockElement(page.body.current, blockId);
      if (!element) return;
      document.getSelection()?.collapse(firstText(element), 0);
      session.showTarget(null);
      session.setSelecting(true);
      announce(translate('sel.modeHint'));
    },
    extend(direction, by) {
      const selection = document.getSelection();
      selection?.modify('extend', direction, by);
      selection?.focusNode?.parentElement?.scrollIntoView({ block: 'nearest' });
    },
    endMode() {
      session.setSelecting(false);
      widenToWords();
      if (showSelected()) session.enterToolbar();
    },
    leaveMode: forget,
    close() {
      session.hideToolbar();
      focusText();
    },
    clear: forget,
    settleKeys: () => void showSelected(),
    settlePointer(x, y) {
      widenToWords();
      if (showSelected()) return;
      const annotation = highlightUnder(page, annotations(), x, y);
      session.showTarget(annotation && { span: annotation.span, annotation });
    },
  };
}

/** Returns the uppermost highlight at a point of the window, CSS pixels. */
export function highlightUnder(
  page: OpenPage,
  annotations: readonly Annotation[],
  x: number,
  y: number,
): Annotation | null {
  const body = page.body.current;
  const offset = body && offsetAtPoint(body, page.blockSpans, x, y);
  if (!body || offset === null) return null;
  const isSeen = ({ span }: Annotation): boolean => {
    const range = rangeOfSpan(body, page.blockSpans, span);
    return range !== null && isOver(range, x, y);
  };
  return highlightsAt(annotations, offset).find(isSeen) ?? null;
}

function firstText(element: Element): Node {
  return document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() ?? element;
}
