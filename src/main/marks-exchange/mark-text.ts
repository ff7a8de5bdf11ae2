import { escapeHtml } from './escape-html.ts';
import type { ExportedAnnotation } from './exported.ts';

/** A mark with the number of its footnote, or `null` if it has no note. */
export interface NumberedMark extends ExportedAnnotation {
  readonly number: number | null;
  /** A prefix that makes ids unique in a page with several articles. */
  readonly prefix: string;
}

/**
 * Writes the text of one block with its marks. Marks may overlap, so the text is cut at every beginning and end of a
 * mark, and each piece is wrapped in all its marks; this keeps the elements well nested.
 *
 * @param start  offset of the block in the canonical text, UTF-16 units
 */
export function writeMarkedText(
  text: string,
  start: number,
  marks: readonly NumberedMark[],
): string {
  const end = start + text.length;
  const here = marks.filter(({ span }) => span && span.start < end && span.end > start);
  const cuts = new Set([start, end]);
  for (const { span } of here) {
    if (!span) continue;
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const ordered = [...cuts].toSorted((a, b) => a - b);
  return ordered
    .slice(0, -1)
    .map((from, index) => writePiece({ text, start, from, to: ordered[index + 1] ?? end }, here))
    .join('');
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

function writePiece({ text, start, from, to }: Piece, marks: readonly NumberedMark[]): string {
  const over = marks.filter(({ span }) => span && span.start <= from && span.end >= to);
  const inner = escapeHtml(text.slice(from - start, to - start));
  const open = over.map(({ annotation }) => `<mark class="${annotation.meaning}">`).join('');
  const ending = over.filter(({ span, number }) => span?.end === to && number !== null);
  const references = ending.map(
    ({ number, prefix }) =>
      `<sup><a id="${prefix}-ref-${number}" href="#${prefix}-note-${number}">${number}</a></sup>`,
  );
  return `${open}${inner}${'</mark>'.repeat(over.length)}${references.join('')}`;
}
