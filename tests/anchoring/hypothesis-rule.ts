import type { Span } from '#shared/domain/span.ts';
import type { StoredPlace } from '#shared/domain/annotation.ts';

/**
 * The published rule of the Hypothesis client (`match-quote.ts`), only for comparison: the old position if the quote is
 * there, else all exact matches, else the matches with the fewest errors, at most half the quote's length. The best match
 * is chosen by the weights quote 50, prefix 20, suffix 20, position 2.
 */
export function resolveByHypothesis(text: string, { span, quote }: StoredPlace): Span | null {
  if (text.slice(span.start, span.end) === quote.exact) return span;
  const matches = search(text, quote.exact, Math.min(MAX_ERRORS, quote.exact.length / 2));
  const score = (match: Match): number => {
    const before = text.slice(Math.max(0, match.start - quote.prefix.length), match.start);
    const after = text.slice(match.end, match.end + quote.suffix.length);
    return (
      50 * (1 - match.errors / quote.exact.length) +
      20 * (quote.prefix ? likeness(before, quote.prefix) : 1) +
      20 * (quote.suffix ? likeness(after, quote.suffix) : 1) +
      2 * (1 - Math.abs(match.start - span.start) / text.length)
    );
  };
  const [best] = matches
    .map((match) => ({ match, score: score(match) }))
    .toSorted((a, b) => b.score - a.score);
  return best ? { start: best.match.start, end: best.match.end } : null;
}

interface Match extends Span {
  readonly errors: number;
}

const MAX_ERRORS = 256;

function likeness(text: string, pattern: string): number {
  if (pattern === '' || text === '') return 0;
  const [match] = search(text, pattern, pattern.length);
  return 1 - (match?.errors ?? pattern.length) / pattern.length;
}

function search(text: string, pattern: string, maxErrors: number): Match[] {
  const exact: Match[] = [];
  for (let start = text.indexOf(pattern); start >= 0; start = text.indexOf(pattern, start + 1)) {
    exact.push({ start, end: start + pattern.length, errors: 0 });
  }
  if (exact.length > 0) return exact;
  return findEnds(text, pattern, maxErrors).map(({ end, errors }) => {
    const from = Math.max(0, end - pattern.length - errors);
    const reversed = findEnds(reverse(text.slice(from, end)), reverse(pattern), errors);
    const length = Math.max(0, ...reversed.map((match) => match.end));
    return { start: end - length, end, errors };
  });
}

/** Returns the ends of the matches with the fewest errors, by Sellers' algorithm, which finds the same as Myers'. */
function findEnds(
  text: string,
  pattern: string,
  maxErrors: number,
): { end: number; errors: number }[] {
  const rows = pattern.length;
  const column = Uint16Array.from({ length: rows + 1 }, (_, row) => row);
  const codes = Uint16Array.from({ length: rows }, (_, row) => pattern.charCodeAt(row));
  let found: { end: number; errors: number }[] = [];
  let limit = Math.min(maxErrors, rows);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let diagonal = 0;
    for (let row = 1; row <= rows; row += 1) {
      const left = column[row] ?? 0;
      const replaced = diagonal + (codes[row - 1] === unit ? 0 : 1);
      column[row] = Math.min(replaced, left + 1, (column[row - 1] ?? 0) + 1);
      diagonal = left;
    }
    const errors = column[rows] ?? 0;
    if (errors > limit) continue;
    if (errors < limit) found = [];
    limit = errors;
    found.push({ end: at + 1, errors });
  }
  return found;
}

function reverse(text: string): string {
  return text.split('').toReversed().join('');
}
