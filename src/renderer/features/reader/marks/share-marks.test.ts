import { describe, expect, it } from 'vitest';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import type { Block } from '#shared/domain/block.ts';
import { cutStretches } from '../text/stretches/cut-stretches.ts';
import { shareMarks } from './share-marks.ts';

const blocks = Array.from({ length: 100 }, (_, id): Block => ({
  id: `b${id}`,
  kind: 'paragraph',
  text: 'ب'.repeat(500),
}));
const stretches = cutStretches(blocks);
const [first, second] = stretches;
if (!first || !second) throw new Error('the text is too short');
// The function under test reads only the span.
const mark = (start: number, end: number) => ({ span: { start, end } }) as PlacedAnnotation;

describe('marks of stretches', () => {
  it('assigns a highlight to every stretch with its words', () => {
    const crossing = mark(first.end - 5, second.start + 5);
    const before = mark(first.start, first.end);

    const shared = shareMarks(stretches, { annotations: [before, crossing], bookmarks: [] }, []);

    expect(shared[0]?.annotations).toEqual([before, crossing]);
    expect(shared[1]?.annotations).toEqual([crossing]);
    expect(shared[2]?.annotations).toEqual([]);
  });

  it('changes only the stretch in which something changed', () => {
    const kept = mark(first.start, first.start + 9);
    const one = shareMarks(stretches, { annotations: [kept], bookmarks: [] }, []);

    const annotations = [kept, mark(second.start, second.start + 9)];
    const two = shareMarks(stretches, { annotations, bookmarks: [] }, one);

    expect(two[0]).toBe(one[0]);
    expect(two[1]).not.toBe(one[1]);
    expect(two[2]).toBe(one[2]);
  });
});
