import type { Span } from '#shared/domain/span.ts';
import { rangeOfSpan, spanOfRange } from './dom-text.ts';
import type { OpenPage } from './page.ts';
import { snapToWords } from './snap.ts';

/** Returns the span of the document's selection in the text, in whole words; `null` when there is none. */
export function selectedSpan(page: OpenPage): Span | null {
  const selection = document.getSelection();
  const body = page.body.current;
  if (!body || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(body)) return null;
  const raw = spanOfRange(body, page.blockSpans, range);
  return raw && snapToWords(page.text, raw);
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
