import { useMemo, useRef } from 'react';
import { type TableRow, layOutTable } from '#shared/document/table.ts';
import type { Part } from '#shared/document/walk.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type CutTable, MAX_HEAD_ROWS } from '../text/stretches/cut-tables.ts';
import { BlockMarks } from './BlockMarks.tsx';
import { RepeatedHead } from './RepeatedHead.tsx';
import { RowOfTable } from './RowOfTable.tsx';
import { Separator } from './Separator.tsx';
import { TableMenu } from './TableMenu.tsx';
import type { ShownStretch } from './shown.ts';
import { useOverflow } from './use-overflow.ts';
import { useStuckHead } from './use-stuck-head.ts';
import styles from './Table.module.css';

interface TableOfTextProps {
  readonly part: Part;
  readonly shown: ShownStretch;
  /** What is known of the whole table when the part is only a piece of it. */
  readonly cut: CutTable | null;
}

/** A table with a head that stays in sight. A table that is wider than the text scrolls by itself. */
export function TableOfText({ part, shown, cut }: TableOfTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const table = useMemo(() => layOutTable(part.blocks), [part.blocks]);
  const isWide = useOverflow(box);
  useStuckHead(box, isWide);
  const [first] = part.blocks;
  const isPiece = cut !== null && first?.block.row?.begins !== true;
  const headRows = isPiece ? 0 : table.headRows;
  const rowOf = (row: TableRow, isHead: boolean) => (
    <RowOfTable key={row.block.id} {...{ row, isHead, shown }} isNumeric={table.isNumeric} />
  );
  return (
    <>
      <Separator before={first?.block} />
      {part.blocks.map((placed) => (
        <BlockMarks key={placed.block.id} placed={placed} shown={shown} inBox />
      ))}
      {first && !isPiece && (
        <TableMenu onCopy={(format) => shown.handlers.onCopyTable(first.start, format)} />
      )}
      <div
        ref={box}
        role="group"
        aria-label={translate('reader.table')}
        tabIndex={isWide ? 0 : undefined}
        data-scrolls=""
        data-piece={isPiece || undefined}
        className={`${styles.box} scroll-across`}
      >
        <table
          dir={first?.block.direction}
          className={styles.table}
          data-cut={cut !== null || undefined}
        >
          {cut && (
            <colgroup>
              {cut.shares.map((share, column) => (
                <col key={column} style={{ inlineSize: `${share * 100}%` }} />
              ))}
            </colgroup>
          )}
          {isPiece && cut.head.length > 0 && <RepeatedHead rows={cut.head} />}
          {headRows > 0 && (
            <thead data-long={headRows > MAX_HEAD_ROWS || undefined}>
              {table.rows.slice(0, headRows).map((row) => rowOf(row, true))}
            </thead>
          )}
          <tbody>{table.rows.slice(headRows).map((row) => rowOf(row, false))}</tbody>
        </table>
      </div>
    </>
  );
}
