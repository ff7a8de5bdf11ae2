import { describe, expect, it } from 'vitest';
import { creditsOf, isBook } from './publication.ts';

const NOTHING = {
  people: [],
  publisher: null,
  edition: null,
  place: null,
  volume: null,
  identifier: null,
  cover: null,
  chapters: 0,
};

describe('the people of a document', () => {
  it('are named once, by role, with the author as the reader sees him', () => {
    const people = [
      { name: 'سلمى', role: 'author' as const },
      { name: 'ليلى', role: 'editor' as const },
      { name: 'نوال', role: 'translator' as const },
      { name: 'هدى', role: 'translator' as const },
      { name: 'زيد', role: 'other' as const },
    ];
    expect(
      creditsOf({ author: 'سلمى النهر، زيد', outlet: null, publication: { ...NOTHING, people } }),
    ).toEqual([
      { role: 'author', names: ['سلمى النهر، زيد'] },
      { role: 'translator', names: ['نوال', 'هدى'] },
      { role: 'editor', names: ['ليلى'] },
    ]);
    expect(creditsOf({ author: null, outlet: null })).toEqual([]);
  });

  it('a book is known by its title page or its format', () => {
    expect(isBook({ publication: NOTHING })).toBe(true);
    expect(isBook({ own: null })).toBe(false);
  });
});
