import { describe, expect, it } from 'vitest';
import type { Block, Cell } from '#shared/domain/block.ts';
import { gridOf, layOutTable } from './table.ts';

type Written = readonly [text: string, cell?: Omit<Cell, 'start' | 'end'>];

/** Makes a row whose cells are joined as a converter joins them. */
function row(...written: readonly Written[]): Block {
  let text = '';
  const cells = written.map(([words, cell], index) => {
    text += index === 0 ? '' : ' | ';
    const start = text.length;
    text += words;
    return { start, end: text.length, ...cell };
  });
  return { id: 'b0', kind: 'row', text, row: { cells } };
}

const layOut = (...rows: readonly Block[]) =>
  layOutTable(rows.map((block) => ({ block, start: 0 })));

const places = ({ rows }: ReturnType<typeof layOut>) =>
  rows.map(({ block, cells }) =>
    cells
      .map(({ start, end, column, columns, rows: high }) => {
        const words = block.text.slice(start, end);
        return `${words}@${column}${columns > 1 ? `+${columns}` : ''}${high > 1 ? `/${high}` : ''}`;
      })
      .join(' '),
  );

const head = { isHeader: true as const };

describe('layOutTable', () => {
  it('leaves room for cells that cover several columns and rows', () => {
    const table = layOut(
      row(['a', { rows: 2 }], ['b', { columns: 2 }]),
      row(['c'], ['d']),
      row(['e'], ['f'], ['g']),
    );
    expect(places(table)).toEqual(['a@0/2 b@1+2', 'c@1 d@2', 'e@0 f@1 g@2']);
    expect(table.columns).toBe(3);
  });

  it('ends spans inside the table', () => {
    const high = layOut(row(['a', { rows: 1000 }], ['b']), row(['c']));
    expect(places(high)).toEqual(['a@0/2 b@1', 'c@1']);
    const wide = layOut(row(['a'], ['b', { columns: 900 }]), row(['c'], ['d'], ['e', { rows: 9 }]));
    expect(places(wide)).toEqual(['a@0 b@1+2', 'c@0 d@1 e@2']);
  });

  it('never lets cells cover each other', () => {
    const table = layOut(row(['a'], ['b', { rows: 2 }], ['c']), row(['d', { columns: 3 }], ['e']));
    expect(places(table)).toEqual(['a@0 b@1/2 c@2', 'd@0 e@2']);
  });

  it('counts the rows of headers, but not when a header reaches into the other rows', () => {
    expect(layOut(row(['a', head], ['b', head]), row(['c', head], ['d'])).headRows).toBe(1);
    const reaching = row(['a', { ...head, rows: 2 }], ['b', head]);
    expect(layOut(reaching, row(['c'])).headRows).toBe(0);
    expect(layOut(row(['a', head]), row(['b', head])).headRows).toBe(0);
  });

  it('finds the columns of numbers', () => {
    const table = layOut(
      row(['Name', head], ['Count', head], ['Share', head]),
      row(['a'], ['٤١٢'], ['31%']),
      row(['b'], ['1,333.5'], ['']),
      row(['7'], ['98'], ['n/a']),
    );
    expect(table.isNumeric).toEqual([false, true, false]);
  });

  it('writes a row without cells as one cell', () => {
    const table = layOut({ id: 'b0', kind: 'row', text: 'a' }, row(['b'], ['c']));
    expect([...gridOf(table)]).toEqual([
      ['a', ''],
      ['b', 'c'],
    ]);
  });

  it('has no more columns than a row may have cells, whatever the spans', () => {
    const hostile = row(
      ...Array.from({ length: 400 }, (): Written => ['x', { columns: 1000, rows: 1000 }]),
    );
    const table = layOut(...Array.from({ length: 100 }, () => hostile));
    expect(table.columns).toBeLessThanOrEqual(1000);
    for (const { cells } of table.rows) {
      expect(cells).toHaveLength(400);
      expect(cells.every(({ column, columns }) => column + columns <= 1000)).toBe(true);
    }
  });
});
