import type { TableCell, TableRow } from '#shared/document/table.ts';
import type { Block } from '#shared/domain/block.ts';
import { useBlockElement } from '../text/use-block-element.ts';
import { Words } from '../text/words/Words.tsx';
import type { ShownStretch } from './shown.ts';

interface RowOfTableProps {
  readonly row: TableRow;
  /** True in the head of the table. */
  readonly isHead: boolean;
  /** For each column, whether its cells are numbers. */
  readonly isNumeric: readonly boolean[];
  readonly shown: ShownStretch;
}

/** A row of a table, which is one block. */
export function RowOfTable({ row: { block, cells }, isHead, isNumeric, shown }: RowOfTableProps) {
  const attributes = useBlockElement<HTMLTableRowElement>({
    block,
    current: block.id === shown.currentBlock,
    onClick: () => shown.handlers.onBlockClick(block.id),
  });
  return (
    <tr {...attributes}>
      {cells.map((cell) => {
        const Tag = cell.isHeader ? 'th' : 'td';
        return (
          <Tag
            key={cell.start}
            scope={cell.isHeader ? (isHead ? 'col' : 'row') : undefined}
            colSpan={cell.columns > 1 ? cell.columns : undefined}
            rowSpan={cell.rows > 1 ? cell.rows : undefined}
            data-number={isNumeric[cell.column] || undefined}
          >
            <WordsOfCell block={block} cell={cell} shown={shown} />
          </Tag>
        );
      })}
    </tr>
  );
}

interface WordsOfCellProps {
  readonly block: Block;
  readonly cell: TableCell;
  readonly shown: ShownStretch;
}

/** The words of a cell, and after them the hidden separator that the row's text has between two cells. */
function WordsOfCell({ block, cell: { start, end, next }, shown }: WordsOfCellProps) {
  return (
    <>
      <Words block={block} start={start} end={end} hideTashkeel={shown.hideTashkeel} />
      {next > end && <span hidden>{block.text.slice(end, next)}</span>}
    </>
  );
}
