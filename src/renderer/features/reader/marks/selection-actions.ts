import { announce } from '#renderer/ui/live.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { ReaderSession, SelectionTarget } from '../session/session.ts';
import { blockElement, isOver, offsetAtPoint, rangeOfSpan } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import { selectSpan, selectedSpan } from '../text/selected-span.ts';
import { highlightsAt } from './lanes.ts';

/**
 * What the reader can do with the selection in the text. It connects the selection of the browser, made by mouse, by
 * keys or in the selection mode, with the session.
 */
export class SelectionActions {
  private readonly session: ReaderSession;
  private readonly page: OpenPage;
  private readonly annotations: () => readonly Annotation[];

  constructor(session: ReaderSession, page: OpenPage, annotations: () => readonly Annotation[]) {
    this.session = session;
    this.page = page;
    this.annotations = annotations;
  }

  /** Returns what an action concerns now: the selected words, or else the clicked highlight. */
  read(): SelectionTarget | null {
    const span = selectedSpan(this.page);
    if (span) return { span, annotation: null };
    const { shown, target } = this.session.state.selection;
    return shown && target?.annotation ? target : null;
  }

  startMode(blockId: string): void {
    const { body } = this.page;
    const element = body.current && blockElement(body.current, blockId);
    if (!element) return;
    document.getSelection()?.collapse(firstText(element), 0);
    this.session.showTarget(null);
    this.session.setSelecting(true);
    announce(translate('sel.modeHint'));
  }

  extend(direction: 'left' | 'right' | 'forward' | 'backward', by: 'word' | 'line'): void {
    const selection = document.getSelection();
    selection?.modify('extend', direction, by);
    selection?.focusNode?.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  endMode(): void {
    this.session.setSelecting(false);
    this.widenToWords();
    if (this.showSelected()) this.session.enterToolbar();
  }

  leaveMode(): void {
    this.clear();
  }

  /** Hides the toolbar; the words stay selected. */
  close(): void {
    this.session.hideToolbar();
    this.focusText();
  }

  /** Hides the toolbar and clears the selection. */
  clear(): void {
    this.session.showTarget(null);
    this.session.setSelecting(false);
    document.getSelection()?.removeAllRanges();
    this.focusText();
  }

  /** Called when a selection by keys has settled. */
  settleKeys(): void {
    this.showSelected();
  }

  /** Called when the pointer was lifted at a point of the window (CSS pixels) and the selection has settled. */
  settlePointer(x: number, y: number): void {
    this.widenToWords();
    if (this.showSelected()) return;
    const annotation = highlightUnder(this.page, this.annotations(), x, y);
    this.session.showTarget(annotation && { span: annotation.span, annotation });
  }

  /** Shows the toolbar for the selected words. @returns false when nothing is selected */
  private showSelected(): boolean {
    const span = selectedSpan(this.page);
    this.session.showTarget(span && { span, annotation: null });
    return span !== null;
  }

  private widenToWords(): void {
    const span = selectedSpan(this.page);
    if (span) selectSpan(this.page, span);
  }

  private focusText(): void {
    this.page.scroller.current?.focus({ preventScroll: true });
  }
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
