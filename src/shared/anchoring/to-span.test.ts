import { describe, expect, it } from 'vitest';
import { indexText } from './text-index.ts';
import { coverWords } from './to-span.ts';

describe('coverWords', () => {
  it('takes the signs at the end that still stand, letters of two units too', () => {
    const text = 'قال «نعم…»🙂 ثم مضى';
    const { words } = indexText(text);

    const span = coverWords(text, '«نعم…»🙂', words, { first: 1, last: 1 });

    expect(text.slice(span.start, span.end)).toBe('«نعم…»🙂');
  });
});
