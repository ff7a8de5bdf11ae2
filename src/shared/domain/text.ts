import type { Block } from './article.ts';
import type { Span } from './span.ts';

/** Joins the blocks into the text that every offset refers to. */
export function canonicalText(blocks: readonly Pick<Block, 'text'>[]): string {
  return blocks.map((block) => block.text).join('\n');
}

/** True when the two share at least one UTF-16 unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
