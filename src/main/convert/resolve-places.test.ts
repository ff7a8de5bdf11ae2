import { describe, expect, it } from 'vitest';
import type { DraftBlock } from './document.ts';
import { resolvePlaces } from './resolve-places.ts';
import { splitLongBlock } from './split-block.ts';

const paragraph = (text: string, more: Partial<DraftBlock> = {}): DraftBlock => ({
  kind: 'paragraph',
  text,
  ...more,
});

describe('resolvePlaces', () => {
  it('replaces names of places by offsets of the canonical text', () => {
    const { blocks } = resolvePlaces([
      paragraph('نص [1]', { leads: [{ start: 3, end: 6, anchor: 'n1' }] }),
      paragraph('[1] حاشية', { kind: 'note', sign: '1', anchors: ['n1'] }),
    ]);
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        text: 'نص [1]',
        inline: [{ kind: 'reference', start: 3, end: 6, to: 7 }],
      },
      { kind: 'note', text: '[1] حاشية', sign: '1' },
    ]);
  });

  it('makes a heading where the contents name a title that no heading stands at', () => {
    const { blocks, outline } = resolvePlaces(
      [
        paragraph('غلاف', { anchors: ['a'] }),
        paragraph('الباب الأوّل:', { anchors: ['b'] }),
        paragraph('متن'),
      ],
      [{ level: 2, title: 'الباب الأول', anchor: 'a' }],
    );
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['paragraph', undefined],
      ['heading', 2],
      ['paragraph', undefined],
    ]);
    expect(outline).toEqual([{ level: 2, title: 'الباب الأول', at: 5 }]);
  });

  it('leaves the text as it is where no title stands, and still leads there', () => {
    const { blocks, outline } = resolvePlaces(
      [paragraph('متن', { anchors: ['a'] })],
      [{ level: 1, title: 'مقدمة', anchor: 'a' }],
    );
    expect(blocks[0]?.kind).toBe('paragraph');
    expect(outline).toEqual([{ level: 1, title: 'مقدمة', at: 0 }]);
  });

  it('counts what leads nowhere, and takes the headings when no contents are stated', () => {
    const { outline, lost } = resolvePlaces([
      { kind: 'heading', text: 'أول', level: 2 },
      paragraph('متن', { leads: [{ start: 0, end: 3, anchor: 'nowhere' }] }),
    ]);
    expect(outline).toEqual([{ level: 2, title: 'أول', at: 0 }]);
    expect(lost).toBe(1);
  });

  it('places the beginning of a page inside a block', () => {
    const { pages } = resolvePlaces([
      paragraph('نص'),
      paragraph('سطر آخر', { pages: [{ label: '١٢', at: 4 }] }),
    ]);
    expect(pages).toEqual([{ label: '١٢', at: 7 }]);
  });
});

describe('splitLongBlock', () => {
  it('moves the places in a block to the part where they are', () => {
    const text = `${'كلمة '.repeat(799)}نهاية. ${'لفظ '.repeat(400)}آخر`;
    const lastWord = text.length - 3;
    const parts = splitLongBlock(
      paragraph(text, {
        anchors: ['a'],
        leads: [{ start: lastWord, end: text.length, anchor: 'b' }],
        pages: [{ label: '2', at: lastWord }],
      }),
    );
    expect(parts.map(({ text: each }) => each).join(' ')).toBe(text);
    expect(parts.length).toBeGreaterThan(1);
    const last = parts.at(-1);
    const [lead] = last?.leads ?? [];
    expect(last?.text.slice(lead?.start, lead?.end)).toBe('آخر');
    expect(last?.text.slice(last.pages?.[0]?.at)).toBe('آخر');
    expect(parts[0]).toMatchObject({ anchors: ['a'] });
    expect(parts[0]).not.toHaveProperty('leads');
  });
});
