import { expect, it } from 'vitest';
import { headingTag, topLevelOf } from './heading-level.ts';

it('puts the highest headings of a document directly below its title', () => {
  const heading = (level?: number) => ({ kind: 'heading' as const, ...(level && { level }) });
  const news = [heading(3), heading(4), { kind: 'paragraph' as const, level: 1 }];
  expect(topLevelOf(news)).toBe(3);
  expect(news.slice(0, 2).map((block) => headingTag(block, 3))).toEqual(['h2', 'h3']);
  expect(headingTag(heading(6), 1)).toBe('h6');
});

it('shows headings without a level as before', () => {
  const old = [{ kind: 'heading' as const }];
  expect(headingTag({}, topLevelOf(old))).toBe('h2');
});
