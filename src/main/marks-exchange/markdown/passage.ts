import { cutBlock } from '#shared/document/cut-block.ts';
import type { Block } from '#shared/domain/block.ts';
import type { Span } from '#shared/domain/span.ts';
import type { ExportedAnnotation, ExportedArticle } from '../exported.ts';
import { escapeLine, quoted, splitLines } from './escape.ts';
import { writeParts } from './parts.ts';
import { ALONE } from './writing.ts';

/**
 * Writes the passage of a mark as a quotation. A passage that stands in the present text letter for letter keeps what
 * the document says about it, such as words in bold or the rows of a table.
 */
export function writePassage(
  { article, text }: ExportedArticle,
  { annotation, span }: ExportedAnnotation,
): string {
  const { exact } = annotation.quote;
  const isThere = article && span && text.slice(span.start, span.end) === exact;
  if (!isThere) return quoted(splitLines(exact).map(escapeLine).join('\n\n'));
  return quoted(writeParts(cutBlocks(article.blocks, span), ALONE));
}

/** Cuts the blocks that a span covers. A part of one block, and a heading, is only words in a quotation. */
function cutBlocks(blocks: readonly Block[], { start, end }: Span): Block[] {
  const cut: Block[] = [];
  let at = 0;
  for (const block of blocks) {
    if (at >= end) break;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, block.text.length);
    if (from < to) cut.push(cutBlock(block, from, to));
    at += block.text.length + 1;
  }
  return cut.map((block) =>
    cut.length === 1 || block.kind === 'heading' || block.kind === 'image'
      ? onlyWords(block)
      : block,
  );
}

const onlyWords = ({ id, text, inline }: Block): Block => ({
  id,
  kind: 'paragraph',
  text,
  ...(inline && { inline }),
});
