import { describe, expect, it } from 'vitest';
import type { Annotation, Meaning } from '#shared/domain/annotation.ts';
import { anAnnotation } from '#shared/domain/testing/an-annotation.ts';
import { coveredHighlights, highlightsAt } from './lanes.ts';
import { mergeHighlight } from './merge.ts';

/** Creates the n-th highlight, made on the n-th day of a month. */
const aHighlight = (
  n: number,
  meaning: Meaning,
  start: number,
  end: number,
  { note = '', tags = [] }: { note?: string; tags?: string[] } = {},
): Annotation => {
  const at = `2026-01-0${n}T00:00:00.000Z`;
  return anAnnotation(n, {
    meaning,
    span: { start, end },
    note,
    tags,
    createdAt: at,
    updatedAt: at,
  });
};

describe('mergeHighlight', () => {
  it('makes a new highlight if none of the same meaning is near', () => {
    const merge = mergeHighlight([aHighlight(1, 'fact', 0, 10)], 'question', {
      start: 5,
      end: 8,
    });

    expect(merge).toEqual({
      survivor: null,
      span: { start: 5, end: 8 },
      note: '',
      tags: [],
      removed: [],
    });
  });

  it('joins highlights that overlap or touch; the oldest is kept, with all notes and tags', () => {
    const later = aHighlight(2, 'fact', 0, 10, { note: 'أول', tags: ['حدود', 'أمن'] });
    const oldest = aHighlight(1, 'fact', 16, 20, { note: 'ثان', tags: ['أمن'] });

    const merge = mergeHighlight([later, oldest], 'fact', { start: 9, end: 15 });

    expect(merge).toEqual({
      survivor: oldest.id,
      span: { start: 0, end: 20 },
      note: 'أول\nثان',
      tags: ['حدود', 'أمن'],
      removed: [later.id],
    });
  });
});

describe('layers', () => {
  const under = aHighlight(1, 'important', 0, 10);
  const over = aHighlight(2, 'statement', 5, 15);

  it('gives a line to a covered highlight', () => {
    expect(coveredHighlights([under, over])).toEqual([{ annotation: under, lane: 0 }]);
  });

  it('gives each line its own lane if two would meet', () => {
    const second = aHighlight(3, 'fact', 8, 20);
    const top = aHighlight(4, 'followup', 0, 30);

    expect(coveredHighlights([under, second, top]).map(({ lane }) => lane)).toEqual([0, 1]);
  });

  it('finds the uppermost highlight first, then those below it', () => {
    expect(highlightsAt([under, over], 7)).toEqual([over, under]);
    expect(highlightsAt([under, over], 2)).toEqual([under]);
  });

  it('counts a caret behind the last letter', () => {
    expect(highlightsAt([under, over], 15)).toEqual([over]);
    expect(highlightsAt([under, over], 16)).toEqual([]);
  });
});
