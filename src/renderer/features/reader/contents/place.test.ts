import { describe, expect, it } from 'vitest';
import { chaptersOf, filterOutline, findPage, leftInChapter, placeOf } from './place.ts';

describe('filterOutline', () => {
  const outline = ['دَفْتَر الماء', 'الطاحونة', 'ماء النهر'].map((title, at) => ({
    level: 1,
    title,
    at,
  }));

  it('finds every word of the query in any order, without vowel signs', () => {
    expect(filterOutline(outline, 'مَاء')).toEqual([0, 2]);
    expect(filterOutline(outline, ' الماء دفتر ')).toEqual([0]);
    expect(filterOutline(outline, 'جسر')).toEqual([]);
  });

  it('leaves all entries for an empty query', () => {
    expect(filterOutline(outline, ' ')).toEqual([0, 1, 2]);
  });
});

describe('placeOf', () => {
  const page = {
    blockSpans: [
      { id: 'b0', start: 0, end: 99 },
      { id: 'b1', start: 100, end: 300 },
    ],
  };
  const placeIn = (chosen: string | null, at: number | null, offset: number) =>
    placeOf({ block: { chosen, at, byKey: true, inSight: 'b0' }, offset }, page);

  it('is the first visible character without a chosen block', () => {
    expect(placeIn(null, null, 42)).toBe(42);
  });

  it('is the chosen block below the first visible character, or the place in it that a jump led to', () => {
    expect(placeIn('b1', null, 42)).toBe(100);
    expect(placeIn('b1', 200, 180)).toBe(200);
  });

  it('moves on inside the chosen block', () => {
    expect(placeIn('b1', 200, 260)).toBe(260);
  });
});

describe('leftInChapter', () => {
  const chapters = chaptersOf([
    { level: 2, title: 'one', at: 10 },
    { level: 3, title: 'part of one', at: 30 },
    { level: 2, title: 'two', at: 60 },
  ]);

  it('is the share of the text up to the next chapter, whatever parts it has', () => {
    const left = [0, 10, 35, 60, 100].map((at) => leftInChapter(chapters, at, 100));
    expect(left).toEqual([null, 0.5, 0.25, 0.4, 0]);
  });

  it('is nothing in a text without chapters, with one chapter or without letters', () => {
    expect(leftInChapter([], 5, 100)).toBeNull();
    expect(leftInChapter(chapters.slice(1), 70, 100)).toBeNull();
    expect(leftInChapter(chapters, 10, 0)).toBeNull();
  });
});

describe('findPage', () => {
  const pages = ['xii', '٩', '15', 'ج ١ ص ١٧', 'ج ٢ ص ١٧'].map((label, at) => ({ label, at }));

  it('finds a label in any digits and letters', () => {
    expect(findPage(pages, '9', 0)?.at).toBe(1);
    expect(findPage(pages, ' ١٥ ', 0)?.at).toBe(2);
    expect(findPage(pages, 'XII', 0)?.at).toBe(0);
  });

  it('finds a number in several volumes from the present place on', () => {
    expect(findPage(pages, '17', 0)?.at).toBe(3);
    expect(findPage(pages, '17', 4)?.at).toBe(4);
    expect(findPage(pages, '17', 99)?.at).toBe(3);
  });

  it('finds nothing for a part of a number or for nothing', () => {
    expect(findPage(pages, '7', 0)).toBeNull();
    expect(findPage(pages, ' ', 0)).toBeNull();
  });
});
