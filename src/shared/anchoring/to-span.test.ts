import { describe, expect, it } from 'vitest';
import { indexText } from './text-index.ts';
import { coverWords } from './to-span.ts';

describe('coverWords', () => {
  it('includes the closing signs that still stand, also those of two UTF-16 units', () => {
    const text = 'قال «نعم…»🙂 ثم مضى';
    const { words } = indexText(text);

    const span = coverWords(text, '«نعم…»🙂', words, { first: 1, last: 1 });

    expect(text.slice(span.start, span.end)).toBe('«نعم…»🙂');
  });
});
