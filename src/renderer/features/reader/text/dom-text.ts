import type { Span } from '#shared/domain/span.ts';
import { type BlockSpan, blockAt } from './text-map.ts';

/** Returns the id of a block's element. An id needs no search, which matters in articles of thousands of blocks. */
export const blockElementId = (id: string): string => `text-${id}`;

/** Returns the element of a block. Only its text nodes count, so elements around them change no offset. */
export function blockElement(article: Element, id: string): HTMLElement | null {
  const element = document.getElementById(blockElementId(id));
  return element && article.contains(element) ? element : null;
}

/** Returns the DOM range of a span of the canonical text (UTF-16 units); `null` when it is not on the page. */
export function rangeOfSpan(
  article: Element,
  blockSpans: readonly BlockSpan[],
  span: Span,
): Range | null {
  const startBlock = blockAt(blockSpans, span.start);
  const endBlock = blockAt(blockSpans, span.end);
  if (!startBlock || !endBlock) return null;
  const startElement = blockElement(article, startBlock.id);
  const endElement = blockElement(article, endBlock.id);
  if (!startElement || !endElement) return null;
  return rangeBetween(
    pointIn(startElement, span.start - startBlock.start),
    pointIn(endElement, span.end - endBlock.start),
  );
}

/** Returns the DOM range of offsets (UTF-16 units) in one element's text, such as the title's. */
export function rangeInElement(element: Element, { start, end }: Span): Range | null {
  return rangeBetween(pointIn(element, start), pointIn(element, end));
}

/** Returns the span of a DOM range (UTF-16 units); `null` when the range touches no block. */
export function spanOfRange(
  article: Element,
  blockSpans: readonly BlockSpan[],
  range: Range,
): Span | null {
  const start = offsetOf(article, blockSpans, range.startContainer, range.startOffset, 'start');
  const end = offsetOf(article, blockSpans, range.endContainer, range.endOffset, 'end');
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** Returns the UTF-16 offset in the canonical text at a point of the window (CSS pixels), or `null` beside the text. */
export function offsetAtPoint(
  article: Element,
  blockSpans: readonly BlockSpan[],
  x: number,
  y: number,
): number | null {
  const caret = document.caretRangeFromPoint(x, y);
  if (!caret || !article.contains(caret.startContainer)) return null;
  const block = caret.startContainer.parentElement?.closest('[data-block]');
  if (!block || Math.abs(shiftOfHead(block)) > 1) return null;
  return offsetOf(article, blockSpans, caret.startContainer, caret.startOffset, 'start');
}

/**
 * Returns the boxes of a range's letters in the window, line by line. `Range.getClientRects` also returns the boxes of
 * elements inside the range, such as a whole paragraph and the marks beside it.
 */
export function textRects(range: Range): readonly DOMRect[] {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const rects: DOMRect[] = [];
  for (let node = firstNode(root, walker); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    const part = document.createRange();
    part.selectNodeContents(node);
    if (node === range.startContainer) part.setStart(node, range.startOffset);
    if (node === range.endContainer) part.setEnd(node, range.endOffset);
    rects.push(...[...part.getClientRects()].filter(({ width }) => width > 1));
  }
  return rects;
}

/** Returns the boxes of a range's letters that can be seen: what a box of the text has scrolled away is cut off. */
export function seenRects(range: Range): readonly DOMRect[] {
  const root = range.commonAncestorContainer;
  const element = root instanceof Element ? root : root.parentElement;
  const boxes = [element?.closest(SCROLLS), ...(element?.querySelectorAll(SCROLLS) ?? [])].filter(
    (box) => box instanceof Element && range.intersectsNode(box),
  );
  const frames = boxes.flatMap((box) => (box ? [box.getBoundingClientRect()] : []));
  return textRects(range).flatMap((rect) => {
    const frame = frames.find(({ top, bottom }) => top <= rect.top && rect.bottom <= bottom);
    if (!frame) return [rect];
    const [left, right] = [Math.max(rect.left, frame.left), Math.min(rect.right, frame.right)];
    return right - left > 1 ? [new DOMRect(left, rect.top, right - left, rect.height)] : [];
  });
}

/** Boxes of the text that scroll by themselves, such as a wide table. */
const SCROLLS = '[data-scrolls]';

/** Returns the first text node. A tree walker never visits its root, which is the text of a range inside one node. */
const firstNode = (root: Node, walker: TreeWalker): Node | null =>
  root.nodeType === Node.TEXT_NODE ? root : walker.nextNode();

/** True when a point of the window (CSS pixels) is on the text of a range. */
export function isOver(range: Range, x: number, y: number): boolean {
  return seenRects(range).some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  );
}

/**
 * Returns how far an element is from its place in the text because it is in the head of a table that is kept in sight,
 * CSS pixels downwards.
 */
export function shiftOfHead(element: Element | null): number {
  const head = element?.closest('thead');
  const table = head?.parentElement;
  if (!head || !table) return 0;
  return head.getBoundingClientRect().top - table.getBoundingClientRect().top - table.clientTop;
}

interface Point {
  readonly node: Node;
  readonly offset: number;
}

function rangeBetween(start: Point | null, end: Point | null): Range | null {
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** Returns the text node that contains an offset of an element's text (UTF-16 units), and the offset in that node. */
function pointIn(element: Element, offset: number): Point | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Point | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return last;
}

function offsetOf(
  article: Element,
  blockSpans: readonly BlockSpan[],
  node: Node,
  offset: number,
  side: 'start' | 'end',
): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest('[data-block]');
  if (block && article.contains(block)) {
    const blockSpan = blockSpans.find(({ id }) => id === block.getAttribute('data-block'));
    if (!blockSpan) return null;
    const before = document.createRange();
    before.selectNodeContents(block);
    before.setEnd(node, offset);
    return blockSpan.start + before.toString().length;
  }
  // The point is between two blocks: a start belongs to the next block, an end to the block before.
  const edge = document.createRange();
  edge.setStart(node, offset);
  const blocks = [...article.querySelectorAll<HTMLElement>('[data-block]')];
  const isAfter = (candidate: Element): boolean => {
    const other = document.createRange();
    other.selectNode(candidate);
    return edge.compareBoundaryPoints(Range.START_TO_START, other) <= 0;
  };
  const next = blocks.findIndex(isAfter);
  const index = side === 'start' ? next : (next === -1 ? blocks.length : next) - 1;
  const found = blockSpans.find(({ id }) => id === blocks[index]?.dataset['block']);
  if (!found) return null;
  return side === 'start' ? found.start : found.end;
}
