import { describe, expect, it } from 'vitest';
import { tagKey, tidyTag, tidyTags } from './tags.ts';

describe('tags', () => {
  it('count as one when they differ only in tashkeel, hamza, case or blanks', () => {
    expect(tagKey(' الأمنُ  الغذائيّ ')).toBe(tagKey('الامن الغذائي'));
    expect(tagKey('Syria')).toBe(tagKey('syria'));
    expect(tagKey('أمن')).not.toBe(tagKey('أمنية'));
  });

  it('keep the first spelling and their order, without surrounding blanks', () => {
    expect(tidyTags([' الحدود ', 'حدودٌ', 'الحدودُ', '', '  '])).toEqual(['الحدود', 'حدودٌ']);
  });

  it('are limited in number and length', () => {
    const many = Array.from({ length: 30 }, (_, index) => `وسم ${index}`);

    expect(tidyTags(many)).toHaveLength(20);
    expect(tidyTag('كلمة '.repeat(30)).length).toBeLessThanOrEqual(50);
    expect(tidyTag('😀'.repeat(60))).toBe('😀'.repeat(24));
  });
});
