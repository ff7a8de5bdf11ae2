import type { Quote } from '../domain/annotation.ts';
import type { Span } from '../domain/span.ts';
import { hasWholeLetters } from './dependent.ts';

/** The share of the stored context that must surround the sign. */
const MIN_CONTEXT = 0.5;

/**
 * Finds a passage that contains no word (a sign, an emoji) by the letters directly around it. Returns null when two
 * occurrences have equally good surroundings, because neither can be preferred.
 */
export function findWordless(text: string, quote: Quote): { span: Span; context: number } | null {
  let best: { span: Span; context: number } | null = null;
  let isAmbiguous = false;
  for (
    let start = text.indexOf(quote.exact);
    start >= 0;
    start = text.indexOf(quote.exact, start + 1)
  ) {
    const span = { start, end: start + quote.exact.length };
    if (!hasWholeLetters(text, span)) continue;
    const context = agree(text, quote, span);
    if (best && context === best.context) isAmbiguous = true;
    if (best && context <= best.context) continue;
    best = { span, context };
    isAmbiguous = false;
  }
  return best && !isAmbiguous && best.context >= MIN_CONTEXT ? best : null;
}

function agree(text: string, { prefix, suffix }: Quote, { start, end }: Span): number {
  let before = 0;
  while (
    before < prefix.length &&
    before < start &&
    text[start - 1 - before] === prefix.at(-1 - before)
  ) {
    before += 1;
  }
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  const total = prefix.length + suffix.length;
  return total === 0 ? 1 : (before + after) / total;
}
