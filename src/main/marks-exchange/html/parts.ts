import { shownParts } from '#shared/document/arrange-words.ts';
import { divideText } from '#shared/document/divide-text.ts';
import { headingTag } from '#shared/document/heading-level.ts';
import {
  type ListItem,
  type ListTree,
  firstNumber,
  toListTree,
} from '#shared/document/list-tree.ts';
import { groupQuotes } from '#shared/document/quotes.ts';
import { type TableRow, layOutTable } from '#shared/document/table.ts';
import { type Part, type PlacedBlock, walkDocument } from '#shared/document/walk.ts';
import type { Block } from '#shared/domain/block.ts';
import { escapeHtml } from '../escape-html.ts';
import { nearBlock, writeShown, writeWords } from './words.ts';
import { type Writing, attributesOf } from './writing.ts';

/** Writes the blocks of a document as HTML. Everything that comes from the document is escaped. */
export function writeParts(blocks: readonly Block[], writing: Writing): string {
  return [...groupQuotes(walkDocument(blocks))]
    .map(({ isQuoted, parts }) => {
      const written = parts.map((part) => writePart(part, writing)).join('\n');
      return isQuoted ? `<blockquote>\n${written}\n</blockquote>` : written;
    })
    .join('\n');
}

function writePart({ kind, blocks }: Part, writing: Writing): string {
  const line = blocks[0]?.block.isSeparated ? '<hr>\n' : '';
  switch (kind) {
    case 'list':
      return (
        line +
        toListTree(blocks)
          .map((list) => writeList(list, writing))
          .join('\n')
      );
    case 'table':
      return line + writeTable(blocks, writing);
    case 'verse':
      return `${line}<div class="verse">\n${blocks.map((each) => writeVerse(each, writing)).join('\n')}\n</div>`;
    case 'code':
      return `${line}<pre dir="ltr"><code>${blocks.map((each) => writeCode(each, writing)).join('\n')}</code></pre>`;
    case 'block':
      return line + blocks.map((placed) => writeBlock(placed, writing)).join('\n');
  }
}

function writeBlock(placed: PlacedBlock, writing: Writing): string {
  const { block } = placed;
  const attributes = attributesOf(block, writing);
  const inner = writeWords(placed, writing);
  switch (block.kind) {
    case 'heading': {
      const tag = headingTag(block, writing.topLevel);
      return `<${tag}${attributes}>${inner}</${tag}>`;
    }
    case 'image':
      return `<figure${attributes}><figcaption>${inner}</figcaption></figure>`;
    case 'note':
      return `<p class="footnote" role="doc-footnote"${attributes}>${inner}${wayBack(block, writing)}</p>`;
    case 'standfirst':
      return `<p class="standfirst"${attributes}>${inner}</p>`;
    default:
      return `<p${attributes}>${inner}</p>`;
  }
}

/** Writes the link from a note to the first reference before it, unless the note has one of its own. */
function wayBack({ id, inline }: Block, { prefix, reached }: Writing): string {
  const leadsBack = inline?.some(({ kind, start }) => kind === 'reference' && start === 0);
  if (leadsBack || !reached.has(id)) return '';
  return ` <a class="footnote-back" role="doc-backlink" href="#${prefix}-to-${id}">↩</a>`;
}

function writeList(list: ListTree, writing: Writing): string {
  const first = firstNumber(list);
  const items = list.items.map((item) => writeItem(item, first !== null, writing)).join('\n');
  if (first !== null) return `<ol${first === 1 ? '' : ` start="${first}"`}>\n${items}\n</ol>`;
  return `<ul${list.isOrdered ? ' class="signed"' : ''}>\n${items}\n</ul>`;
}

/** @param isCounted  the browser writes the number, so it is left out of the text */
function writeItem(item: ListItem, isCounted: boolean, writing: Writing): string {
  const written = item.map((part, index) => {
    if (!('block' in part)) return `\n${writeList(part, writing)}\n`;
    const { block } = part;
    const attributes = attributesOf(block, writing);
    const inner = writeWords(part, writing, isCounted ? (block.list?.marker ?? 0) : 0);
    const isBare = index === 0 && attributes === '' && item.length === 1;
    return isBare ? inner : `<p${attributes}>${inner}</p>`;
  });
  return `<li>${written.join('')}</li>`;
}

function writeTable(blocks: readonly PlacedBlock[], writing: Writing): string {
  const { rows, headRows } = layOutTable(blocks);
  const written = rows.map((row) => writeRow(row, writing));
  const head = written.slice(0, headRows).join('\n');
  const body = written.slice(headRows).join('\n');
  return `<div class="table"><table>\n${head === '' ? '' : `<thead>\n${head}\n</thead>\n`}${body}\n</table></div>`;
}

function writeRow(placed: TableRow, writing: Writing): string {
  const { block, cells } = placed;
  const near = nearBlock(placed, writing);
  const shown = shownParts(block.text, cells);
  const written = cells.map(({ isHeader, columns, rows }, index) => {
    const range = shown[index];
    const tag = isHeader ? 'th' : 'td';
    const spans = `${spanOf('colspan', columns)}${spanOf('rowspan', rows)}`;
    return `<${tag}${spans}>${range ? writeShown(placed, range, near, writing) : ''}</${tag}>`;
  });
  return `<tr${attributesOf(block, writing)}>${written.join('')}</tr>`;
}

const spanOf = (name: string, span: number): string => (span === 1 ? '' : ` ${name}="${span}"`);

function writeVerse(placed: PlacedBlock, writing: Writing): string {
  const { block } = placed;
  const gap = block.afterGap ? ' class="gap"' : '';
  const attributes = `${gap}${attributesOf(block, writing)}`;
  if (!block.halves) return `<p${attributes}>${writeWords(placed, writing)}</p>`;
  const near = nearBlock(placed, writing);
  const halves = divideText(block.text, block.halves);
  const [first = '', second = ''] = shownParts(block.text, halves).map((half) =>
    writeShown(placed, half, near, writing),
  );
  const sign = block.text.slice(halves[0]?.end, halves[1]?.start).trim();
  const between =
    sign === '' || sign === '|' ? ' ' : ` <span class="sign">${escapeHtml(sign)}</span> `;
  return `<p${attributes}><span>${first}</span>${between}<span>${second}</span></p>`;
}

function writeCode(placed: PlacedBlock, writing: Writing): string {
  const { block } = placed;
  const name = attributesOf(block, writing);
  const words = writeWords(placed, writing);
  const inner = name === '' ? words : `<span${name}>${words}</span>`;
  return `${block.afterGap ? '\n' : ''}${' '.repeat(block.indent ?? 0)}${inner}`;
}
