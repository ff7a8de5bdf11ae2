import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '#renderer/testing/mount.tsx';
import { layOutTable } from '#shared/document/table.ts';
import type { Block, Cell } from '#shared/domain/block.ts';
import { rangeOfSpan, seenRects, spanOfRange, textRects } from '../text/dom-text.ts';
import { spansOfBlocks } from '../text/text-map.ts';
import { TableOfText } from './TableOfText.tsx';
import { tableAsCsv, tableAsHtml, tableAsText } from './copy-table.ts';
import { BARE_STRETCH, lettersOf, onePart } from './testing.ts';

type Written = Omit<Block, 'id'>;

/** Makes a row whose cells are joined as a converter joins them. */
function row(words: readonly string[], more: readonly Partial<Cell>[] = []): Written {
  let text = '';
  const cells = words.map((each, index) => {
    if (index > 0) text += ' | ';
    const start = text.length;
    text += each;
    return { start, end: text.length, ...more[index] };
  });
  return { kind: 'row', text, row: { cells } };
}

const HEADER = { isHeader: true } as const;

const ROWS: readonly Written[] = [
  row(['العلامة', 'معناها', 'المواضع'], [HEADER, HEADER, HEADER]),
  row(['قف', 'دعوة إلى التأمّل', '412'], [{ ...HEADER, rows: 2 }]),
  row(['=صحّ', '98']),
  ...Array.from({ length: 30 }, (_, at) => row([`علامة ${at}`, 'في اللفظ نظر', String(at)])),
];

function show(rows: readonly Written[], width: number) {
  const part = onePart(rows);
  const onCopyTable = vi.fn();
  const shown = { ...BARE_STRETCH, handlers: { ...BARE_STRETCH.handlers, onCopyTable } };
  const { container } = mount(
    <div data-skip-target="" style={{ blockSize: 400, inlineSize: width, overflow: 'hidden auto' }}>
      <article dir="rtl" style={{ fontSize: 20, position: 'relative' }}>
        <p>قبل الجدول</p>
        <TableOfText part={part} shown={shown} cut={null} />
        <p style={{ blockSize: 900 }}>بعد الجدول</p>
      </article>
    </div>,
  );
  const article = container.querySelector('article') as HTMLElement;
  const scroller = article.parentElement as HTMLElement;
  return { part, article, scroller, onCopyTable, table: layOutTable(part.blocks) };
}

it('is a table with headers, whose rows have the letters of the text', () => {
  const { part } = show(ROWS, 700);
  expect(lettersOf(part.blocks)).toEqual(ROWS.map(({ text }) => text));
  expect(
    page
      .getByRole('columnheader')
      .elements()
      .map(({ textContent }) => textContent),
  ).toEqual(['العلامة | ', 'معناها | ', 'المواضع']);
  const stop = page.getByRole('rowheader').element() as HTMLTableCellElement;
  expect(stop.innerText.trim()).toBe('قف');
  expect(stop.rowSpan).toBe(2);
  const [first, second] = page.getByRole('columnheader').elements();
  expect(first?.getBoundingClientRect().left).toBeGreaterThan(
    second?.getBoundingClientRect().left ?? Number.POSITIVE_INFINITY,
  );
});

it('maps every span of the text to the page and back', () => {
  const { part, article } = show(ROWS.slice(0, 3), 700);
  const spans = spansOfBlocks(part.blocks.map(({ block }) => block));
  const end = spans.at(-1)?.end ?? 0;
  for (let from = 0; from < end; from += 1)
    for (const to of [from + 1, from + 5, end]) {
      if (to > end || spans.some((each) => each.end === from || each.end + 1 === to)) continue;
      const range = rangeOfSpan(article, spans, { start: from, end: to });
      expect(range && spanOfRange(article, spans, range)).toEqual({ start: from, end: to });
    }
});

it('keeps its head in sight while its rows are scrolled', async () => {
  const { scroller } = show(ROWS, 700);
  const head = page.getByRole('columnheader', { name: 'العلامة' });
  scroller.scrollTop = 300;
  const top = () =>
    head.element().getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  await expect.poll(() => Math.abs(top())).toBeLessThan(6);
  scroller.scrollTop = 3000;
  await expect.poll(top).toBeLessThan(-40);
});

it('scrolls by itself when it is too wide, keeps its head, and cuts what is measured at its edges', async () => {
  const names = Array.from({ length: 16 }, (_, at) => `العمود${at}الطويل`);
  const wide = [
    row(
      names,
      names.map(() => HEADER),
    ),
    ...Array.from({ length: 30 }, () => row(names)),
  ];
  const { part, article, scroller } = show(wide, 700);
  const box = article.querySelector('[data-scrolls]') as HTMLElement;
  expect(box.scrollWidth).toBeGreaterThan(box.clientWidth);
  expect(box.tabIndex).toBe(0);
  expect(box.getBoundingClientRect().width).toBeLessThanOrEqual(700);
  scroller.scrollTop = 300;
  const top = () =>
    (article.querySelector('thead')?.getBoundingClientRect().top ?? 0) -
    scroller.getBoundingClientRect().top;
  await expect.poll(() => Math.abs(top())).toBeLessThan(6);
  const spans = spansOfBlocks(part.blocks.map(({ block }) => block));
  const second = spans[2];
  const range = second && rangeOfSpan(article, spans, second);
  if (!range) throw new Error('no such row');
  const edge = box.getBoundingClientRect();
  expect(textRects(range).some(({ left }) => left < edge.left)).toBe(true);
  expect(seenRects(range).every(({ left }) => left >= edge.left)).toBe(true);
});

it('repeats its head over a later piece of a very long table, with columns of the same widths', () => {
  const head = onePart(ROWS.slice(0, 1)).blocks;
  const piece = onePart(ROWS.slice(3));
  const cut = { head, shares: [0.5, 0.3, 0.2] };
  const { container } = mount(
    <article dir="rtl" style={{ inlineSize: 600 }}>
      <TableOfText part={piece} shown={BARE_STRETCH} cut={cut} />
    </article>,
  );
  expect(page.getByRole('columnheader').elements()).toHaveLength(3);
  expect(container.querySelector('thead [data-block]')).toBeNull();
  expect(container.querySelector('button')).toBeNull();
  expect(lettersOf(piece.blocks)).toEqual(ROWS.slice(3).map(({ text }) => text));
  const widths = [...container.querySelectorAll('tbody tr:first-child > *')].map(
    (cell) => cell.getBoundingClientRect().width,
  );
  for (const [column, share] of cut.shares.entries())
    expect(Math.abs((widths[column] ?? 0) - share * 600)).toBeLessThan(3);
});

it('is copied by a menu that keys reach', async () => {
  const { onCopyTable } = show(ROWS, 700);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}{Enter}');
  expect(onCopyTable).toHaveBeenCalledWith(0, 'csv');
});

it('is written as text, CSV and HTML with every word in its column, and never as a formula', () => {
  const { table } = show(ROWS.slice(0, 3), 700);
  expect(tableAsText(table)).toBe('العلامة\tمعناها\tالمواضع\nقف\tدعوة إلى التأمّل\t412\n\t=صحّ\t98');
  expect(tableAsCsv(table)).toBe(
    '"العلامة","معناها","المواضع"\r\n"قف","دعوة إلى التأمّل","412"\r\n"","\'=صحّ","98"\r\n',
  );
  expect(tableAsHtml(table, 'rtl')).toBe(
    '<table dir="rtl"><thead><tr><th scope="col">العلامة</th><th scope="col">معناها</th>' +
      '<th scope="col">المواضع</th></tr></thead><tbody><tr><th scope="row" rowspan="2">قف</th>' +
      '<td>دعوة إلى التأمّل</td><td>412</td></tr><tr><td>=صحّ</td><td>98</td></tr></tbody></table>',
  );
});
