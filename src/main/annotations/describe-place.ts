import { describeSpan } from '#shared/anchoring/describe.ts';
import type { StoredPlace } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { spansOfBlocks } from '#shared/domain/block-spans.ts';

/** How much of a text is stored to find a position again, in UTF-16 units; it is extended to the end of a word. */
const OPENING_UTF16 = 120;

/** The limit for a text without blanks, in UTF-16 units. */
const LONGEST_UTF16 = 1_000;

/** Describes the first words of a block; `null` when the block does not exist. */
export function describeBlock(text: string, article: Article, blockId: string): StoredPlace | null {
  const block = spansOfBlocks(article.blocks).find(({ id }) => id === blockId);
  return block ? describeOpening(text, article, block.start, block.end) : null;
}

/** Describes the words from a UTF-16 offset on; `null` at the end of the text. */
export function describeReading(
  text: string,
  article: Article,
  offset: number,
): StoredPlace | null {
  return offset < text.length ? describeOpening(text, article, offset, text.length) : null;
}

function describeOpening(text: string, article: Article, start: number, last: number): StoredPlace {
  const rest = text.slice(start, Math.min(last, start + LONGEST_UTF16));
  const space = rest.indexOf(' ', OPENING_UTF16);
  const end = start + (space === -1 ? rest.length : space);
  const span = { start, end };
  return { span, contentHash: article.contentHash, quote: describeSpan(text, span) };
}
