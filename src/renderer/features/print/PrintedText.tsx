import type { ReactNode } from 'react';
import { type Shown, allFrom, arrangeWords, shownParts } from '#shared/document/arrange-words.ts';
import { divideText } from '#shared/document/divide-text.ts';
import { headingTag, topLevelOf } from '#shared/document/heading-level.ts';
import { readLeads } from '#shared/document/leads.ts';
import { type ListItem, type ListTree, toListTree } from '#shared/document/list-tree.ts';
import { type Near, createNearby } from '#shared/document/nearby.ts';
import { groupQuotes } from '#shared/document/quotes.ts';
import { type TableRow, layOutTable } from '#shared/document/table.ts';
import { type Part, type PlacedBlock, walkDocument } from '#shared/document/walk.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Block } from '#shared/domain/block.ts';
import type { NumberedMark } from './number-marks.ts';
import styles from './PrintDocument.module.css';
import { PrintedWords } from './PrintedWords.tsx';

interface PrintedTextProps {
  readonly article: Article;
  readonly marks: readonly NumberedMark[];
}

/** The text of an article on paper: its blocks in the structure of the document. */
export function PrintedText({ article: { blocks, structure }, marks }: PrintedTextProps) {
  const printer = createPrinter(blocks, createNearby(marks, structure?.pages ?? []));
  return [...groupQuotes(walkDocument(blocks))].map(({ isQuoted, parts }, index) => {
    const printed = parts.map((part) => printer.part(part));
    // The stretches are never reordered, so the index can be the key.
    return isQuoted ? <blockquote key={index}>{printed}</blockquote> : printed;
  });
}

/** Makes the elements of the parts in the order of the text, so that each mark is looked for once. */
function createPrinter(
  blocks: readonly Block[],
  nearby: (start: number, end: number) => Near<NumberedMark>,
) {
  const topLevel = topLevelOf(blocks);
  const { blockAt } = readLeads(blocks);
  const isNote = (to: number): boolean => blockAt(to)?.kind === 'note';
  const nearBlock = ({ block, start }: PlacedBlock) => nearby(start, start + block.text.length + 1);
  const shownWords = (placed: PlacedBlock, shown: Shown, near: Near<NumberedMark>): ReactNode => (
    <PrintedWords nodes={arrangeWords(placed, shown, near)} isNote={isNote} />
  );
  const words = (placed: PlacedBlock): ReactNode =>
    shownWords(placed, allFrom(placed.block.text), nearBlock(placed));

  function part({ kind, blocks: placed }: Part): ReactNode {
    const key = placed[0]?.block.id;
    const line = placed[0]?.block.isSeparated === true && <hr key={`${key} line`} />;
    const printed = {
      block: () => placed.map(block),
      list: () => toListTree(placed).map((tree, index) => list(tree, `${key} ${index}`)),
      table: () => table(placed, key),
      verse: () => (
        <div key={key} data-kind="verse">
          {placed.map(verse)}
        </div>
      ),
      code: () => (
        <pre key={key} dir="ltr">
          {placed.map(code)}
        </pre>
      ),
    }[kind]();
    return [line, printed];
  }

  function block(placed: PlacedBlock): ReactNode {
    const { block: shown } = placed;
    const Tag = shown.kind === 'heading' ? headingTag(shown, topLevel) : 'p';
    return (
      <Tag key={shown.id} data-kind={shown.kind} {...settingOf(shown)}>
        {words(placed)}
      </Tag>
    );
  }

  const list = ({ items }: ListTree, key: string): ReactNode => (
    <ul key={key}>{items.map((each, index) => item(each, `${key} ${index}`))}</ul>
  );

  const item = (parts: ListItem, key: string): ReactNode => (
    <li key={key} data-sign={signOf(parts)}>
      {parts.map((each, index) =>
        'block' in each ? (
          <p key={each.block.id} {...settingOf(each.block)}>
            {words(each)}
          </p>
        ) : (
          list(each, `${key} ${index}`)
        ),
      )}
    </li>
  );

  function table(placed: readonly PlacedBlock[], key: string | undefined): ReactNode {
    const { rows, headRows } = layOutTable(placed);
    const printed = rows.map(row);
    return (
      <table key={key} className={styles.table}>
        {headRows > 0 && <thead>{printed.slice(0, headRows)}</thead>}
        <tbody>{printed.slice(headRows)}</tbody>
      </table>
    );
  }

  function row(placed: TableRow): ReactNode {
    const { block: shown, cells } = placed;
    const near = nearBlock(placed);
    return (
      <tr key={shown.id} {...settingOf(shown)}>
        {shownParts(shown.text, cells).map((range, index) => {
          const Tag = cells[index]?.isHeader ? 'th' : 'td';
          return (
            // Cells are never reordered, so the index can be the key.
            <Tag
              key={index}
              colSpan={spanOf(cells[index]?.columns)}
              rowSpan={spanOf(cells[index]?.rows)}
            >
              {shownWords(placed, range, near)}
            </Tag>
          );
        })}
      </tr>
    );
  }

  function verse(placed: PlacedBlock): ReactNode {
    const { block: shown } = placed;
    const near = nearBlock(placed);
    const halves = shown.halves
      ? shownParts(shown.text, divideText(shown.text, shown.halves))
      : [allFrom(shown.text)];
    return (
      <p key={shown.id} data-gap={shown.afterGap} {...settingOf(shown)}>
        {halves.map((half) => (
          <span key={half.start}>{shownWords(placed, half, near)}</span>
        ))}
      </p>
    );
  }

  const code = (placed: PlacedBlock): ReactNode => [
    placed.block.afterGap ? '\n' : '',
    ' '.repeat(placed.block.indent ?? 0),
    <span key={placed.block.id}>{words(placed)}</span>,
    '\n',
  ];

  return { part };
}

const spanOf = (span = 1): number | undefined => (span === 1 ? undefined : span);

const settingOf = ({ language, direction }: Block) => ({ lang: language, dir: direction });

/** True when the number of an item is in its text, so that no sign is drawn before it. */
function signOf([first]: ListItem): 'own' | undefined {
  return first && 'block' in first && (first.block.list?.marker ?? 0) > 0 ? 'own' : undefined;
}
