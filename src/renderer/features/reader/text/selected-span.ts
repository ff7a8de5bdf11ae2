import type { Span } from '#shared/domain/span.ts';
import { rangeOfSpan, spanOfRange } from './dom-text.ts';
import type { OpenPage } from './page.ts';
import { snapToWords } from './snap.ts';

/** Returns the span of the document's selection in the text, in whole words; `null` when there is none. */
export function selectedSpan(page: OpenPage): Span | null {
  const raw = selectedRange(page);
  return raw && snapToWords(page.text, raw);
}

/** Returns the span of the document's selection in the text, to the letter; `null` when there is none. */
export function selectedRange(page: OpenPage): Span | null {
  const range = rangeOfSelection();
  const body = page.body.current;
  if (!body || !range?.intersectsNode(body)) return null;
  return spanOfRange(body, page.blockSpans, range);
}

/** True when letters of the text are hidden in the document's selection, so that the browser would not copy them. */
export function hidesLetters(): boolean {
  const contents = rangeOfSelection()?.cloneContents();
  return contents !== undefined && contents.querySelector('[hidden]') !== null;
}

function rangeOfSelection(): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  return selection.getRangeAt(0);
}

/** Selects a span in the page. The end that keys extend the selection from stays the same. */
export function selectSpan(page: OpenPage, span: Span): void {
  const selection = document.getSelection();
  const body = page.body.current;
  const range = body && rangeOfSpan(body, page.blockSpans, span);
  if (!selection || !range) return;
  const start = [range.startContainer, range.startOffset] as const;
  const end = [range.endContainer, range.endOffset] as const;
  const [anchor, focus] = isBackward(selection) ? [end, start] : [start, end];
  selection.setBaseAndExtent(...anchor, ...focus);
}

function isBackward({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): boolean {
  if (!anchorNode || !focusNode) return false;
  if (anchorNode === focusNode) return focusOffset < anchorOffset;
  const order = anchorNode.compareDocumentPosition(focusNode);
  return (order & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}
