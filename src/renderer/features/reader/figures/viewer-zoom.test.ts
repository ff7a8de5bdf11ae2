import { expect, it } from 'vitest';
import { neighbour, nextZoom, zoomToFit } from './viewer-zoom.ts';

it('fits a large picture into the room, and keeps the size of a small one', () => {
  const room = { width: 1000, height: 600 };

  expect(zoomToFit({ width: 2000, height: 600 }, room)).toBe(0.5);
  expect(zoomToFit({ width: 100, height: 1800 }, room)).toBeCloseTo(1 / 3);
  expect(zoomToFit({ width: 100, height: 80 }, room)).toBe(1);
  expect(zoomToFit({ width: 100, height: 80 }, { width: 0, height: 0 })).toBe(1);
});

it('stops at the own size of the picture on the way in and out', () => {
  expect(nextZoom(0.9, 'in')).toBe(1);
  expect(nextZoom(1, 'in')).toBe(1.25);
  expect(nextZoom(1.1, 'out')).toBe(1);
  expect(nextZoom(1, 'out')).toBe(0.8);
});

it('ends at the largest and the smallest zoom', () => {
  expect(nextZoom(7.9, 'in')).toBe(8);
  expect(nextZoom(8, 'in')).toBe(8);
  expect(nextZoom(0.05, 'out')).toBe(0.05);
});

it('goes to the neighbours of a picture, and not beyond the ends', () => {
  expect([neighbour(0, -1, 3), neighbour(0, 1, 3), neighbour(2, 1, 3)]).toEqual([0, 1, 2]);
});
