import { describe, expect, it } from 'vitest';
import { joinLines } from './lines.ts';

/** Draws each letter of a line by itself. Vowel signs have no width and lie beside their letters. */
function draw(letters: readonly string[], order: 'from the left' | 'as it is read') {
  let x = 500;
  const pieces = letters.map((text) => {
    const isSign = /^\p{M}$/u.test(text);
    if (!isSign) x -= 6;
    return { text, x: isSign ? x - 1.5 : x, y: isSign ? 98 : 100, width: isSign ? 0 : 6, size: 12 };
  });
  return joinLines(order === 'from the left' ? pieces.toReversed() : pieces);
}

describe('a line whose vowel signs are drawn separately', () => {
  const WORD = [...'كَانَ', ' ', ...'النَّهْرُ'];

  it.each(['from the left', 'as it is read'] as const)(
    'has each sign on its letter and no space within a word, drawn %s',
    (order) => {
      expect(draw(WORD, order).map(({ text }) => text)).toEqual(['كَانَ النَّهْرُ'.normalize('NFC')]);
    },
  );
});

it('a date at the end of a sentence is before its full stop', () => {
  const at = (text: string, x: number, width: number) => ({ text, x, y: 100, width, size: 12 });

  const [line] = joinLines([at('.5/3/2024', 400, 54), at('بتاريخ', 460, 36)]);

  expect(line?.text).toBe('بتاريخ 5/3/2024.');
});
