import type { PageStart } from '#shared/domain/document.ts';
import type { Span } from '#shared/domain/span.ts';
import { lastAt } from './places.ts';

/** A mark of the reader by its span of the canonical text, UTF-16 units. */
export interface Spanned {
  readonly span: Span;
}

/** What the reader and the print say about a stretch of text. */
export interface Near<Mark> {
  /** The marks that cover a part of it, in the order of their starts. */
  readonly marks: readonly Mark[];
  /** The printed pages that begin in it. */
  readonly pages: readonly PageStart[];
}

/** Returns what is near a stretch from `start` to `end`, offsets of the canonical text, UTF-16 units. */
export type Nearby<Mark> = (start: number, end: number) => Near<Mark>;

/** Returns a function that finds the marks and pages of ascending stretches, so that each mark is looked at once. */
export function createNearby<Mark extends Spanned>(
  marks: readonly Mark[],
  pages: readonly PageStart[],
): Nearby<Mark> {
  const waiting = marks.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let next = 0;
  let around: Mark[] = [];
  return (start, end) => {
    around = around.filter(({ span }) => span.end > start);
    for (let mark = waiting[next]; mark && mark.span.start < end; mark = waiting[next]) {
      if (mark.span.end > start) around.push(mark);
      next += 1;
    }
    return {
      marks: [...around],
      pages: pages.slice(lastAt(pages, start - 1) + 1, lastAt(pages, end - 1) + 1),
    };
  };
}
