import { describe, expect, it } from 'vitest';
import { openingWords } from './opening-words.ts';

describe('openingWords', () => {
  it('leaves a short paragraph as it is', () => {
    expect(openingWords('نص قصير.')).toBe('نص قصير.');
  });

  it('cuts between words and drops the comma before the dots', () => {
    expect(openingWords('أعلنت القيادة، اليوم الأحد', 16)).toBe('أعلنت القيادة…');
  });
});
