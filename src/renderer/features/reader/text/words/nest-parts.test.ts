import { describe, expect, it } from 'vitest';
import type { Inline } from '#shared/domain/block.ts';
import { type WordsPart, nestParts } from './nest-parts.ts';

/** Writes a tree of parts with the name of each setting around its words. */
function show(text: string, parts: readonly WordsPart[]): string {
  return parts
    .map(({ start, end, setting, parts: inner }) => {
      if (setting === null) return text.slice(start, end);
      const name = setting.kind === 'inline' ? setting.inline.kind : setting.kind;
      return `<${name}>${show(text, inner)}</${name}>`;
    })
    .join('');
}

const setApart = (text: string, words: string, rest: Omit<Inline, 'start' | 'end'>): Inline => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, ...rest };
};

describe('nestParts', () => {
  it('keeps a link in one part when words in it are strong', () => {
    const text = 'في النهر ماء كثير';
    const link = setApart(text, 'النهر ماء', { kind: 'link', href: 'https://example.org/' });
    const strong = setApart(text, 'ماء', { kind: 'strong' });
    expect(show(text, nestParts({ text, inline: [link, strong] }))).toBe(
      'في <link>النهر <strong>ماء</strong></link> كثير',
    );
  });

  it('divides a part and not the left-to-right run that it ends in', () => {
    const text = 'قالت New York أمس';
    const strong = { kind: 'strong' as const, start: 0, end: text.indexOf(' York') };
    expect(show(text, nestParts({ text, inline: [strong] }))).toBe(
      '<strong>قالت </strong><run><strong>New</strong> York</run> أمس',
    );
  });

  it('closes a part that ends inside another one, and opens it again', () => {
    const text = 'أبتثجح';
    const strong = { kind: 'strong' as const, start: 0, end: 4 };
    const emphasis = { kind: 'emphasis' as const, start: 2, end: 6 };
    expect(show(text, nestParts({ text, inline: [strong, emphasis] }))).toBe(
      '<strong>أب<emphasis>تث</emphasis></strong><emphasis>جح</emphasis>',
    );
  });

  it('separates the number of an item from a run that would swallow it', () => {
    const text = '3. Reuters قالت';
    const list = { depth: 0, marker: 3 };
    const strong = { kind: 'strong' as const, start: 0, end: text.length };
    expect(show(text, nestParts({ text, list, inline: [strong] }))).toBe(
      '<marker><strong>3. </strong></marker><strong><run>Reuters</run> قالت</strong>',
    );
  });

  it('sets only the words of a range, as in the cell of a row', () => {
    const text = 'ماء | نهر كبير';
    const strong = { kind: 'strong' as const, start: 0, end: 9 };
    expect(show(text, nestParts({ text, inline: [strong] }, 6, text.length))).toBe(
      '<strong>نهر</strong> كبير',
    );
  });

  it('keeps every letter, whatever overlaps', () => {
    const text = 'x1 أب 400 kV جد https://example.org/a هـ +964 770 123 4567';
    for (let seed = 1; seed <= 300; seed++) {
      const at = (step: number): number => (seed * step * 7919) % (text.length + 1);
      const inline = [3, 5, 11].map((step) => ({
        kind: 'strong' as const,
        start: Math.min(at(step), at(step + 1)),
        end: Math.max(at(step), at(step + 1)),
      }));
      const plain = show(text, nestParts({ text, inline })).replace(/<\/?[a-z]+>/gu, '');
      expect(plain).toBe(text);
    }
  });
});
