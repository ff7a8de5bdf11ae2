import { describe, expect, it } from 'vitest';
import { type Annotation, type Meaning, annotationSchema } from '#shared/domain/annotation.ts';
import { coveredHighlights, highlightAt } from './layers.ts';
import { mergeHighlight } from './merge.ts';
import { placeBlocks, splitByBlock } from './text-map.ts';

const anAnnotation = (
  n: number,
  meaning: Meaning,
  start: number,
  end: number,
  note = '',
): Annotation =>
  annotationSchema.parse({
    id: `00000000-0000-4000-8000-00000000000${n}`,
    articleId: 'sample',
    meaning,
    span: { start, end },
    contentHash: '',
    quote: { exact: 'x', prefix: '', suffix: '' },
    note,
    createdAt: `2026-01-0${n}T00:00:00.000Z`,
    updatedAt: `2026-01-0${n}T00:00:00.000Z`,
  });

describe('mergeHighlight', () => {
  it('makes a new highlight where none of the same meaning is near', () => {
    const merge = mergeHighlight([anAnnotation(1, 'fact', 0, 10)], 'question', {
      start: 5,
      end: 8,
    });

    expect(merge).toEqual({ survivor: null, span: { start: 5, end: 8 }, note: '', removed: [] });
  });

  it('joins what overlaps or touches; the oldest lives on and all notes are kept', () => {
    const later = anAnnotation(2, 'fact', 0, 10, 'أول');
    const oldest = anAnnotation(1, 'fact', 16, 20, 'ثان');

    const merge = mergeHighlight([later, oldest], 'fact', { start: 9, end: 15 });

    expect(merge).toEqual({
      survivor: oldest.id,
      span: { start: 0, end: 20 },
      note: 'أول\nثان',
      removed: [later.id],
    });
  });
});

describe('layers', () => {
  const under = anAnnotation(1, 'important', 0, 10);
  const over = anAnnotation(2, 'statement', 5, 15);

  it('gives a line to the highlight that is covered', () => {
    expect(coveredHighlights([under, over])).toEqual([{ annotation: under, lane: 0 }]);
  });

  it('finds the highlight that is seen', () => {
    expect(highlightAt([under, over], 7)?.id).toBe(over.id);
    expect(highlightAt([under, over], 2)?.id).toBe(under.id);
    expect(highlightAt([under, over], 15)).toBeUndefined();
  });
});

describe('text map', () => {
  const places = placeBlocks([
    { id: 'b0', text: 'أربع' },
    { id: 'b1', text: 'خمسة' },
  ]);

  it('leaves one character between blocks', () => {
    expect(places).toEqual([
      { id: 'b0', start: 0, end: 4 },
      { id: 'b1', start: 5, end: 9 },
    ]);
  });

  it('splits a span that crosses', () => {
    expect(splitByBlock(places, { start: 2, end: 7 })).toEqual([
      { id: 'b0', start: 2, end: 4 },
      { id: 'b1', start: 5, end: 7 },
    ]);
  });
});
