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
/** A record whose `progress`, the present position, says nothing about what was read. */
const record = (seen: SeenText) => ({ seen, progress: 0 });

describe('the spans that were read', () => {
  it('count each letter once, however often it was on the screen', () => {
    const first = addSeen(null, 1000, [span(0, 100), span(50, 150)]);
    const second = addSeen(record(first), 1000, [span(150, 200), span(900, 2000)]);

    expect(second.spans).toEqual([span(0, 200), span(900, 1000)]);
    expect(shareRead(record(second))).toBeCloseTo(0.3);
  });

  it('keep their share in a corrected text', () => {
    const seen = record(addSeen(null, 1000, [span(0, 500)]));

    expect(spansRead(seen, 1100)).toEqual([span(0, 550)]);
    expect(shareRead(record(addSeen(seen, 1100, [])))).toBeCloseTo(0.5);
  });

  it('include everything up to the furthest position of an older record', () => {
    const earlier = { progress: 0.25 };

    expect(shareRead(earlier)).toBe(0.25);
    expect(addSeen(earlier, 1000, [span(500, 600)]).spans).toEqual([span(0, 250), span(500, 600)]);
  });

  it('are valid for an empty text', () => {
    expect(v.is(seenTextSchema, addSeen(null, 0, [span(0, 4)]))).toBe(true);
  });

  it('never exceed the limit of a record, and never lose what was read', () => {
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
