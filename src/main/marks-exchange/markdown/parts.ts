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
import { type Part, type PlacedBlock, walkDocument } from '#shared/document/walk.ts';
import type { Block } from '#shared/domain/block.ts';
import { translate } from '#shared/i18n/translate.ts';
import { escapeSigns, quoted } from './escape.ts';
import { writeTable } from './table.ts';
import { writeShown, writeWords } from './words.ts';
import { type Writing, nearBlock } from './writing.ts';

/**
 * Writes the blocks of a document as CommonMark with tables and footnotes. Every sign of the text is escaped.
 *
 * @param start  offset of the first block in the canonical text, UTF-16 units
 */
export const writeParts = (blocks: readonly Block[], writing: Writing, start = 0): string =>
  [...groupQuotes(walkDocument(blocks, start))]
    .map(({ isQuoted, parts }) => {
      const written = parts.flatMap((part) => writePart(part, writing)).join('\n\n');
      return isQuoted ? quoted(written) : written;
    })
    .join('\n\n');

function writePart({ kind, blocks }: Part, writing: Writing): string[] {
  const line = blocks[0]?.block.isSeparated ? ['* * *'] : [];
  switch (kind) {
    case 'list':
      return [...line, ...toListTree(blocks).map((list) => writeList(list, writing))];
    case 'table':
      return [...line, writeTable(blocks, writing)];
    case 'verse':
      return [...line, writeVerse(blocks, writing)];
    case 'code':
      return [...line, writeCode(blocks)];
    case 'block':
      return [...line, ...blocks.map((placed) => writeBlock(placed, writing))];
  }
}

function writeBlock(placed: PlacedBlock, writing: Writing): string {
  const { block } = placed;
  if (block.kind === 'note') return writeNote(placed, writing);
  const words = writeWords(placed, writing);
  if (block.kind === 'image') return `\\[${translate('reader.image')}: ${words}\\]`;
  if (block.kind !== 'heading') return words;
  return `${'#'.repeat(Number(headingTag(block, writing.topLevel).slice(1)))} ${words}`;
}

/** Writes a note as a footnote when the text refers to it, because an unused footnote is not shown. */
function writeNote(placed: PlacedBlock, writing: Writing): string {
  const { id, text, sign } = placed.block;
  const name = writing.notes.get(id);
  if (name === undefined) return writeWords(placed, writing);
  const own = [`[${sign}] `, `${sign} `].find((mark) => text.startsWith(mark)) ?? '';
  return `[^${name}]: ${writeWords(placed, writing, own.length)}`;
}

function writeList(list: ListTree, writing: Writing): string {
  const first = firstNumber(list);
  return list.items
    .map((item, index) => writeItem(item, first === null ? null : first + index, writing))
    .join('\n');
}

/** @param number  the number that the list gives to the item; it is then left out of the text */
function writeItem(item: ListItem, number: number | null, writing: Writing): string {
  const sign = number === null ? '- ' : `${number}. `;
  const indent = ' '.repeat(sign.length);
  const parts = item.map((part, index) => {
    const isBlock = 'block' in part;
    const marker = number === null || !isBlock ? 0 : (part.block.list?.marker ?? 0);
    const written = isBlock ? writeWords(part, writing, marker) : writeList(part, writing);
    return index > 0 && isBlock ? `\n${written}` : written;
  });
  return sign + parts.join('\n').replace(/\n(?!\n|$)/gu, `\n${indent}`);
}

/** Writes each line of verse on a line of its own. */
function writeVerse(blocks: readonly PlacedBlock[], writing: Writing): string {
  return blocks
    .map((placed, index) => {
      const before = index === 0 ? '' : placed.block.afterGap ? '\n\n' : '\\\n';
      return before + writeVerseLine(placed, writing);
    })
    .join('');
}

function writeVerseLine(placed: PlacedBlock, writing: Writing): string {
  const { text, halves } = placed.block;
  if (!halves) return writeWords(placed, writing);
  const near = nearBlock(placed, writing);
  const parts = divideText(text, halves);
  const between = text.slice(parts[0]?.end, parts[1]?.start).trim();
  const sign = between === '' || between === '|' ? '\u2003' : ` ${escapeSigns(between)} `;
  return shownParts(text, parts)
    .map((half) => writeShown(placed, half, near, writing))
    .join(sign);
}

function writeCode(blocks: readonly PlacedBlock[]): string {
  const lines = blocks.map(
    ({ block: { text, indent, afterGap } }, index) =>
      `${afterGap && index > 0 ? '\n' : ''}${' '.repeat(indent ?? 0)}${text}`,
  );
  const longest = lines
    .flatMap((line) => [...line.matchAll(/`+/gu)])
    .reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return [fence, ...lines, fence].join('\n');
}
