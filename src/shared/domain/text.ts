import type { Block } from './block.ts';
import type { Span } from './span.ts';

/** Joins the blocks to the canonical text, which every offset refers to. */
export function canonicalText(blocks: readonly Pick<Block, 'text'>[]): string {
  return blocks.map((block) => block.text).join('\n');
}

const LINE_END = /[\r\n\u2028\u2029]/u;

export const isOneLine = (text: string): boolean => !LINE_END.test(text);

/**
 * Puts a text on one line. Each run of blanks is matched as a whole, so that a hundred thousand blanks take no time.
 */
export const onOneLine = (text: string): string =>
  text.replace(/\s+/gu, (blanks) => (LINE_END.test(blanks) ? ' ' : blanks));

/** Counts the runs of non-blank characters that contain a letter or a digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const _word of text.matchAll(/[\p{L}\p{N}]\S*/gu)) count += 1;
  return count;
}

/** True when two spans share at least one UTF-16 unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * Shortens a text between two words and adds an ellipsis when something is left out.
 *
 * @param limitUtf16 most UTF-16 units before the ellipsis; a longer first word is cut between letters
 */
export function cutAtWord(text: string, limitUtf16: number): string {
  if (text.length <= limitUtf16) return text;
  const start = text.slice(0, limitUtf16 + 1);
  const space = start.search(/\s+\S*$/u);
  const cut = space > 0 ? start.slice(0, space) : start.slice(0, limitUtf16);
  // A trailing high surrogate goes, because its other half was cut off.
  return `${cut.replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/**
 * Returns the length of a text, in UTF-16 units, without the trailing characters that `loose` matches.
 *
 * Each character is examined once. A regular expression that ends in `+$` would start again at every character of
 * every run, so that a run of 25,000 signs inside a text would take seconds.
 *
 * @param loose matches one character; neither global nor sticky
 */
export function lengthWithout(text: string, loose: RegExp): number {
  let end = text.length;
  while (end > 0) {
    const isPair = end > 1 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(end - 2, end));
    const start = end - (isPair ? 2 : 1);
    if (!loose.test(text.slice(start, end))) break;
    end = start;
  }
  return end;
}
