import { describe, expect, it } from 'vitest';
import { completeTag } from './complete-tag.ts';

const KNOWN = ['الأمن الغذائي', 'أمن', 'الحدود', 'حدود إدارية', 'Syria'];

describe('completing a tag', () => {
  it('does not mind hamza, tashkeel or case', () => {
    expect(completeTag('امن', KNOWN, [])).toEqual(['أمن']);
    expect(completeTag('الأَمن', KNOWN, [])).toEqual(['الأمن الغذائي']);
    expect(completeTag('syr', KNOWN, [])).toEqual(['Syria']);
  });

  it('offers those with the word inside after those that begin with it', () => {
    expect(completeTag('الغ', KNOWN, [])).toEqual(['الأمن الغذائي']);
    expect(completeTag('إدا', KNOWN, [])).toEqual(['حدود إدارية']);
  });

  it('leaves out what is there already, and offers the first ones when nothing is typed', () => {
    expect(completeTag('', KNOWN, ['أَمن'])).toEqual(KNOWN.filter((tag) => tag !== 'أمن'));
  });
});
