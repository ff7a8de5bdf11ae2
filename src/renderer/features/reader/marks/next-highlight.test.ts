import { describe, expect, it } from 'vitest';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import { nextHighlight } from './next-highlight.ts';

const at = (id: string, start: number) => ({
  id: id as AnnotationId,
  span: { start, end: start + 9 },
});
const all = [at('c', 300), at('a', 100), at('b', 200)];
const next = (chosen: string | null, by: 1 | -1, from = 0) =>
  nextHighlight(all, { chosenId: chosen as AnnotationId | null, by, from })?.id;

describe('nextHighlight', () => {
  it('goes through the text in both directions, around the ends', () => {
    expect([next('a', 1), next('b', 1), next('c', 1)]).toEqual(['b', 'c', 'a']);
    expect([next('a', -1), next('b', -1), next('c', -1)]).toEqual(['c', 'a', 'b']);
  });

  it('starts at the visible text when none is chosen', () => {
    expect([next(null, 1), next(null, 1, 205), next(null, 1, 400)]).toEqual(['a', 'b', 'a']);
    expect([next(null, -1), next(null, -1, 205)]).toEqual(['c', 'b']);
  });

  it('finds nothing in an article without highlights', () => {
    expect(nextHighlight([], { chosenId: null, by: 1, from: 0 })).toBeUndefined();
  });
});
