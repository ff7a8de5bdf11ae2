import { joinSpans } from '#shared/domain/seen-text.ts';
import type { Span } from '#shared/domain/span.ts';

/**
 * Fastest reading that counts, UTF-16 units per second. It is more than twice the usual speed of silent reading in
 * Arabic, so that pages of a quick reader count, and pages that are only scrolled past do not.
 */
export const FASTEST_UTF16_PER_S = 40;

export interface ReadingLedger {
  /**
   * Receives the words on the screen at regular times. Words count as read, from the top on and no faster than anybody
   * reads, only if they were also there the last time.
   *
   * @param inSight    the span on the screen, or `null` when there are no words
   * @param elapsedMs  the time since the last call, ms
   */
  tick(inSight: Span | null, elapsedMs: number): void;
  /** Returns what was read since the last call. */
  takeFresh(): Span[];
  readonly hasFresh: boolean;
  /** Everything that was read, earlier and now. */
  readonly all: readonly Span[];
}

/** Creates the record of what was actually read. */
export function openLedger(read: readonly Span[]): ReadingLedger {
  let known = [...read];
  let fresh: Span[] = [];
  let before: Span | null = null;
  return {
    tick(inSight, elapsedMs) {
      const steady = overlap(before, inSight);
      before = inSight;
      if (!steady) return;
      let budget = Math.floor((elapsedMs / 1000) * FASTEST_UTF16_PER_S);
      for (const gap of gapsIn(steady, known)) {
        const end = Math.min(gap.end, gap.start + budget);
        if (end <= gap.start) break;
        budget -= end - gap.start;
        fresh = joinSpans(fresh, [{ start: gap.start, end }]);
      }
      known = joinSpans(known, fresh);
    },
    takeFresh() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
    get hasFresh() {
      return fresh.length > 0;
    },
    get all() {
      return known;
    },
  };
}

function overlap(a: Span | null, b: Span | null): Span | null {
  if (!a || !b) return null;
  const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
  return start < end ? { start, end } : null;
}

/** Returns the parts of a span that no span of a list covers, in order. */
function gapsIn({ start, end }: Span, covered: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let from = start;
  for (const each of covered) {
    if (each.end <= from || each.start >= end) continue;
    if (each.start > from) gaps.push({ start: from, end: each.start });
    from = each.end;
  }
  if (from < end) gaps.push({ start: from, end });
  return gaps;
}
