import { pageLabel } from '#shared/citation/place-label.ts';
import {
  type Shown,
  type WordsNode,
  allFrom,
  arrangeWords,
} from '#shared/document/arrange-words.ts';
import type { Near } from '#shared/document/nearby.ts';
import type { PlacedBlock } from '#shared/document/walk.ts';
import type { Inline } from '#shared/domain/block.ts';
import { withoutIsolates } from '#shared/i18n/translate.ts';
import { readWebAddress } from '#shared/domain/web-address.ts';
import type { NumberedMark } from '../numbered-mark.ts';
import { escapeLine, escapeSigns, escapeStart } from './escape.ts';
import { type Writing, nearBlock } from './writing.ts';

type Node = WordsNode<NumberedMark>;

/** Writes all words of a block on one line. */
export const writeWords = (placed: PlacedBlock, writing: Writing, start = 0): string =>
  writeShown(placed, allFrom(placed.block.text, start), nearBlock(placed, writing), writing);

/** Writes some words of a block on one line, with their marks, pages and parts. */
export const writeShown = (
  placed: PlacedBlock,
  shown: Shown,
  near: Near<NumberedMark>,
  writing: Writing,
): string => escapeStart(writeNodes(arrangeWords(placed, shown, near), writing, false).trim());

/** @param isInside  true inside another part, where signs of Markdown could meet */
function writeNodes(nodes: readonly Node[], writing: Writing, isInside: boolean): string {
  let written = '';
  for (const node of nodes) {
    if (node.kind === 'text') written += escapeSigns(oneLine(node.text));
    else if (node.kind === 'end') written += writeEnd(node.mark);
    else if (node.kind === 'page') {
      const isApart = written === '' || written.endsWith(' ');
      written += `\\[${escapeLine(withoutIsolates(pageLabel(node.page.label)))}\\]${isApart ? ' ' : ''}`;
    } else if (node.kind === 'mark') {
      const inner = writeNodes(node.parts, writing, true);
      written += `<mark class="${node.mark.annotation.meaning}">${inner}</mark>`;
    } else {
      const isAlone = !isInside && !written.endsWith('*');
      written += writeInline(node.inline, node.parts, writing, isAlone);
    }
  }
  return written;
}

const oneLine = (text: string): string => text.replace(/[\n\r\u2028\u2029]/gu, ' ');

/** Writes a link to the mark below the text, which Obsidian finds by its id. */
const writeEnd = ({ number, annotation }: NumberedMark): string =>
  number === null ? '' : `<sup>[${number}](#^${annotation.id})</sup>`;

const TAGS = { strong: 'strong', emphasis: 'em', super: 'sup', sub: 'sub' } as const;
const SIGNS = { strong: '**', emphasis: '*' } as const;

function writeInline(
  inline: Inline,
  parts: readonly Node[],
  writing: Writing,
  isAlone: boolean,
): string {
  const inner = (): string => writeNodes(parts, writing, true);
  switch (inline.kind) {
    case 'code':
      return writeCode(parts) ?? `<code>${inner()}</code>`;
    case 'link':
      return writeLink(inline.href ?? '', inner());
    case 'reference': {
      const block = inline.to === undefined ? null : writing.leads.blockAt(inline.to);
      const name = block && writing.notes.get(block.id);
      return name ? `[^${name}]` : inner();
    }
    case 'strong':
    case 'emphasis':
      if (isAlone && canHaveSigns(parts)) return SIGNS[inline.kind] + inner() + SIGNS[inline.kind];
      break;
    default:
      break;
  }
  return `<${TAGS[inline.kind]}>${inner()}</${TAGS[inline.kind]}>`;
}

/** Asterisks work whatever stands around them only when letters stand at both ends and no other part is inside. */
function canHaveSigns(parts: readonly Node[]): boolean {
  const text = plainText(parts);
  return text !== null && /^[\p{L}\p{N}]/u.test(text) && /[\p{L}\p{N}\p{M}]$/u.test(text);
}

/** Returns the text of parts that are nothing but text. */
const plainText = (parts: readonly Node[]): string | null =>
  parts.every(({ kind }) => kind === 'text')
    ? parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
    : null;

/** Writes a code span; `null` when it has parts or signs that need escaping in a table. */
function writeCode(parts: readonly Node[]): string | null {
  const text = plainText(parts);
  if (text === null || /[`|]|^\s|\s$/u.test(text)) return null;
  return `\`${oneLine(text)}\``;
}

/** Writes a link to the web. Signs that would end the address are percent-encoded. */
function writeLink(href: string, inner: string): string {
  const address = readWebAddress(href);
  if (address === null) return inner;
  const safe = address.replace(/[()<>\\|`*_[\]]/gu, encodeSign).replace(/&(?=#?\w+;)/gu, '&amp;');
  return `[${inner}](${safe})`;
}

const encodeSign = (sign: string): string =>
  `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
