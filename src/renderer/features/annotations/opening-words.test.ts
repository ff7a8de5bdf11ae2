import { describe, expect, it } from 'vitest';
import { openingWords } from './opening-words.ts';

describe('openingWords', () => {
  it('answers a short paragraph unchanged', () => {
    expect(openingWords('نص قصير.')).toBe('نص قصير.');
  });

  it('cuts between words and leaves out the comma before the ellipsis', () => {
    expect(openingWords('أعلنت القيادة، اليوم الأحد', 16)).toBe('أعلنت القيادة…');
  });
});
