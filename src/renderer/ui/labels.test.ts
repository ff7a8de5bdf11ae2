import { describe, expect, it } from 'vitest';
import { searchLabels, toLabels } from './labels.ts';

const KNOWN = toLabels(['الأمن الغذائي', 'أمن', 'الحدود', 'حدود إدارية', 'Syria']);

const found = (typed: string): string[] => searchLabels(KNOWN, typed).map(({ name }) => name);

describe('searching labels', () => {
  it('finds labels whatever their hamza, tashkeel or case', () => {
    expect(found('امن')).toEqual(['أمن', 'الأمن الغذائي']);
    expect(found('الأَمن')).toEqual(['الأمن الغذائي']);
    expect(found('syr')).toEqual(['Syria']);
  });

  it('puts labels that begin with the text first, then those with such a word, then those that contain it', () => {
    expect(found('حدود')).toEqual(['حدود إدارية', 'الحدود']);
    expect(found('ادا')).toEqual(['حدود إدارية']);
  });

  it('answers all labels in their order for an empty text, and none for an unknown text', () => {
    expect(found(' ')).toEqual(KNOWN.map(({ name }) => name));
    expect(found('زززز')).toEqual([]);
  });
});
