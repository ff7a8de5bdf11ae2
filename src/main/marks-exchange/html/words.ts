import {
  type Shown,
  type WordsNode,
  allFrom,
  arrangeWords,
} from '#shared/document/arrange-words.ts';
import { pageLabel } from '#shared/citation/place-label.ts';
import type { Near } from '#shared/document/nearby.ts';
import type { PlacedBlock } from '#shared/document/walk.ts';
import type { Inline } from '#shared/domain/block.ts';
import { withoutIsolates } from '#shared/i18n/translate.ts';
import { readWebAddress } from '#shared/domain/web-address.ts';
import { escapeHtml } from '../escape-html.ts';
import type { NumberedMark } from '../numbered-mark.ts';
import type { Writing } from './writing.ts';

type Node = WordsNode<NumberedMark>;

/** Finds what is near a block. Each block is asked for once, in the order of the text. */
export const nearBlock = ({ block, start }: PlacedBlock, { nearby }: Writing): Near<NumberedMark> =>
  nearby(start, start + block.text.length + 1);

/** Writes all words of a block. */
export const writeWords = (placed: PlacedBlock, writing: Writing, start = 0): string =>
  writeShown(placed, allFrom(placed.block.text, start), nearBlock(placed, writing), writing);

/** Writes some words of a block with their marks, pages and parts. */
export const writeShown = (
  placed: PlacedBlock,
  shown: Shown,
  near: Near<NumberedMark>,
  writing: Writing,
): string => writeNodes(arrangeWords(placed, shown, near), writing, false);

/** @param inLink  true inside an `a`, which must contain no other */
function writeNodes(nodes: readonly Node[], writing: Writing, inLink: boolean): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return escapeHtml(node.text);
      if (node.kind === 'end') return writeEnd(node.mark, writing);
      if (node.kind === 'page') return writePage(node.page.label);
      if (node.kind === 'inline') return writeInline(node.inline, node.parts, writing, inLink);
      const inner = writeNodes(node.parts, writing, inLink);
      return `<mark class="${node.mark.annotation.meaning}">${inner}</mark>`;
    })
    .join('');
}

const writeEnd = ({ number }: NumberedMark, { prefix }: Writing): string =>
  number === null
    ? ''
    : `<sup><a id="${prefix}-ref-${number}" href="#${prefix}-note-${number}">${number}</a></sup>`;

/** Writes the label of a printed page. The style shows it, so the words that are copied stay those of the text. */
function writePage(label: string): string {
  const shown = escapeHtml(withoutIsolates(pageLabel(label)));
  return `<span class="page" role="doc-pagebreak" title="${escapeHtml(label)}" data-label="${shown}"></span>`;
}

const TAGS = {
  strong: 'strong',
  emphasis: 'em',
  super: 'sup',
  sub: 'sub',
} as const;

function writeInline(
  inline: Inline,
  parts: readonly Node[],
  writing: Writing,
  inLink: boolean,
): string {
  const { kind, href, to } = inline;
  const inner = (inside: boolean): string => writeNodes(parts, writing, inside);
  if (kind === 'code') return `<code dir="ltr">${inner(inLink)}</code>`;
  if (kind === 'link') {
    const address = inLink ? null : readWebAddress(href ?? '');
    if (address === null) return inner(inLink);
    return `<a href="${escapeHtml(address)}" rel="noreferrer">${inner(true)}</a>`;
  }
  if (kind === 'reference') {
    const open = inLink ? null : referenceTo(to, writing);
    return open === null ? inner(inLink) : `${open}${inner(true)}</a>`;
  }
  return `<${TAGS[kind]}>${inner(inLink)}</${TAGS[kind]}>`;
}

/** Returns the beginning of a link to another place of the document, or `null` when it leads nowhere. */
function referenceTo(to: number | undefined, { leads, prefix, reached }: Writing): string | null {
  const block = to === undefined ? null : leads.blockAt(to);
  if (block === null) return null;
  const href = `href="#${prefix}-${block.id}"`;
  if (block.kind !== 'note') return `<a ${href}>`;
  const name = reached.has(block.id) ? '' : ` id="${prefix}-to-${block.id}"`;
  reached.add(block.id);
  return `<a class="noteref" role="doc-noteref"${name} ${href}>`;
}
