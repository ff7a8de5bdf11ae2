import { describe, expect, it } from 'vitest';
import { searchLabels, toLabels } from './labels.ts';

const KNOWN = toLabels(['الأمن الغذائي', 'أمن', 'الحدود', 'حدود إدارية', 'Syria']);

const found = (typed: string): string[] => searchLabels(KNOWN, typed).map(({ name }) => name);

describe('searching labels', () => {
  it('does not mind hamza, tashkeel or case', () => {
    expect(found('امن')).toEqual(['أمن', 'الأمن الغذائي']);
    expect(found('الأَمن')).toEqual(['الأمن الغذائي']);
    expect(found('syr')).toEqual(['Syria']);
  });

  it('puts those that begin so first, then those with a word that does, then those that hold it', () => {
    expect(found('حدود')).toEqual(['حدود إدارية', 'الحدود']);
    expect(found('ادا')).toEqual(['حدود إدارية']);
  });

  it('gives everything in its order when nothing is typed, and nothing for what is nowhere', () => {
    expect(found(' ')).toEqual(KNOWN.map(({ name }) => name));
    expect(found('زززز')).toEqual([]);
  });
});
