import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import {
  MAX_SEEN_SPANS,
  type SeenText,
  addSeen,
  seenTextSchema,
  shareRead,
  spansRead,
} from './seen-text.ts';

const span = (start: number, end: number) => ({ start, end });
/** The place that one is at says nothing of what was read. */
const record = (seen: SeenText) => ({ seen, progress: 0 });

describe('what was seen of a text', () => {
  it('counts letters once, however often they were seen', () => {
    const first = addSeen(null, 1000, [span(0, 100), span(50, 150)]);
    const second = addSeen(record(first), 1000, [span(150, 200), span(900, 2000)]);

    expect(second.spans).toEqual([span(0, 200), span(900, 1000)]);
    expect(shareRead(record(second))).toBeCloseTo(0.3);
  });

  it('keeps its share in a corrected text', () => {
    const seen = record(addSeen(null, 1000, [span(0, 500)]));

    expect(spansRead(seen, 1100)).toEqual([span(0, 550)]);
    expect(shareRead(record(addSeen(seen, 1100, [])))).toBeCloseTo(0.5);
  });

  it('believes an earlier record, which only knew the furthest place', () => {
    const earlier = { progress: 0.25 };

    expect(shareRead(earlier)).toBe(0.25);
    expect(addSeen(earlier, 1000, [span(500, 600)]).spans).toEqual([span(0, 250), span(500, 600)]);
  });

  it('has room for a text without a letter', () => {
    expect(v.is(seenTextSchema, addSeen(null, 0, [span(0, 4)]))).toBe(true);
  });

  it('never keeps more spans than a record may have, and never says less than was seen', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(99_000), { maxLength: 600 }), (starts) => {
        const spans = starts.map((start) => span(start, start + 10));
        const seen = addSeen(null, 100_000, spans);

        expect(v.is(seenTextSchema, seen)).toBe(true);
        expect(seen.spans.length).toBeLessThanOrEqual(MAX_SEEN_SPANS);
        for (const { start, end } of spans)
          expect(seen.spans.some((each) => each.start <= start && end <= each.end)).toBe(true);
      }),
    );
  });
});
