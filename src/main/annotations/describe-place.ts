import { describeSpan } from '#shared/anchoring/describe.ts';
import type { StoredPlace } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { placeBlocks } from '#shared/domain/block-places.ts';

/** Letters of a text that tell its place: enough to be found again, in UTF-16 units. */
const OPENING_UTF16 = 120;

/** Where no word ends, as in a text without blanks, so much is enough, in UTF-16 units. */
const LONGEST_UTF16 = 1_000;

/** The opening words of a block; `null` when there is no such block. */
export function describeBlock(text: string, article: Article, blockId: string): StoredPlace | null {
  const block = placeBlocks(article.blocks).find(({ id }) => id === blockId);
  return block ? describeOpening(text, article, block.start, block.end) : null;
}

/** The words from an offset on; `null` at the end of the text. */
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
