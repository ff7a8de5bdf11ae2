import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { mount } from '#renderer/testing/mount.tsx';
import type { Block } from '#shared/domain/block.ts';
import { PartOfText } from './PartOfText.tsx';
import { BARE_STRETCH, lettersOf, onePart } from './testing.ts';

type Written = Omit<Block, 'id'>;

/** A line of verse whose halves the sign … divides. */
function verse(first: string, second: string): Written {
  const text = `${first} … ${second}`;
  const start = first.length + 3;
  const halves: Block['halves'] = [
    { start: 0, end: first.length },
    { start, end: text.length },
  ];
  return { kind: 'verse', text, halves };
}

const POEM = [
  verse('يا نهر خذني إلى', 'ماضيك والسُّفنِ'),
  verse('ما زلت أسمع في الليل البعيد صدى', 'ناعورة دارت'),
  { kind: 'verse', text: 'ثم سكتت' } as const,
];

const inColumn = (width: number, children: ReactNode): ReactNode => (
  <article dir="rtl" style={{ inlineSize: width, fontSize: 20 }}>
    {children}
  </article>
);

const show = (blocks: readonly Written[], width: number) => {
  const part = onePart(blocks);
  const element = <PartOfText part={part} before={undefined} cut={null} shown={BARE_STRETCH} />;
  const mounted = mount(inColumn(width, element));
  return { part, resize: (next: number) => mounted.render(inColumn(next, element)) };
};

const boxes = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());

const rounded = (values: readonly number[]) => [...new Set(values.map(Math.round))];

it('sets the halves of all lines below each other, and a single line in the middle', () => {
  const { part } = show(POEM, 900);
  const halves = boxes('[data-half]');
  expect(rounded(halves.filter((_, at) => at % 2 === 0).map(({ right }) => right))).toHaveLength(1);
  expect(rounded(halves.filter((_, at) => at % 2 === 1).map(({ left }) => left))).toHaveLength(1);
  expect(rounded(halves.map(({ width }) => width))).toHaveLength(1);
  expect(halves[0]?.top).toBe(halves[1]?.top);
  expect(lettersOf(part.blocks)).toEqual(POEM.map(({ text }) => text));
});

it('sets the halves one below the other when they are wider than the text, and back', async () => {
  const { resize } = show(POEM, 900);
  const isBelow = () => {
    const [first, second] = boxes('[data-half]');
    return (second?.top ?? 0) >= (first?.bottom ?? 0);
  };
  expect(isBelow()).toBe(false);
  resize(260);
  await expect.poll(isBelow).toBe(true);
  expect(boxes('[data-half]').every(({ left, right }) => right - left <= 260)).toBe(true);
  resize(900);
  await expect.poll(isBelow).toBe(false);
});

const CODE: readonly Written[] = [
  { kind: 'code', text: 'for (const row of rows) {' },
  { kind: 'code', text: `print(${'row, '.repeat(40)});`, indent: 4 },
  { kind: 'code', text: '}', afterGap: true },
];

it('shows code from left to right, indented, in a box that scrolls and is a tab stop then only', async () => {
  const { part, resize } = show(CODE, 500);
  const box = document.querySelector<HTMLElement>('pre');
  expect(getComputedStyle(box as HTMLElement).direction).toBe('ltr');
  expect(box?.scrollWidth).toBeGreaterThan(box?.clientWidth ?? 0);
  expect(box?.tabIndex).toBe(0);
  const [first, second] = [...document.querySelectorAll('code')].map((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    return range.getBoundingClientRect().left;
  });
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(20);
  expect(lettersOf(part.blocks)).toEqual(CODE.map(({ text }) => text));
  resize(4000);
  await expect.poll(() => box?.hasAttribute('tabindex')).toBe(false);
});
