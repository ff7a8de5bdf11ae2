import { describe, expect, it } from 'vitest';
import { filterOutline, findPage } from './place.ts';

describe('filterOutline', () => {
  const outline = ['دَفْتَر الماء', 'الطاحونة', 'ماء النهر'].map((title, at) => ({
    level: 1,
    title,
    at,
  }));

  it('finds every word of the query in any order, without vowel signs', () => {
    expect(filterOutline(outline, 'ماء')).toEqual([0, 2]);
    expect(filterOutline(outline, ' الماء دفتر ')).toEqual([0]);
    expect(filterOutline(outline, 'جسر')).toEqual([]);
  });

  it('leaves all entries for an empty query', () => {
    expect(filterOutline(outline, ' ')).toEqual([0, 1, 2]);
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
