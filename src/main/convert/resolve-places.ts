import type { Inline } from '#shared/domain/block.ts';
import type { OutlineEntry, PageStart } from '#shared/domain/document.ts';
import { MAX_INLINE, MAX_OUTLINE, MAX_PAGES, MAX_TITLE_UTF16 } from '#shared/domain/limits.ts';
import { cutAtWord } from '#shared/domain/text.ts';
import { oneLine } from './clean-text.ts';
import type { DraftBlock, ImportedBlock, Lead, StatedEntry } from './document.ts';

/** Most blocks after the place of an entry in which its title is searched. */
const TITLE_WITHIN = 3;

/** The blocks with offsets in place of names, the contents and the printed pages. */
export interface Resolved {
  readonly blocks: readonly ImportedBlock[];
  readonly outline: readonly OutlineEntry[];
  readonly pages: readonly PageStart[];
  /** Number of entries and links whose place is not in the text. */
  readonly lost: number;
}

/**
 * Replaces the names of places by offsets of the canonical text. A block that an entry of the stated contents names
 * becomes a heading when its text is the title of the entry. Without stated contents the headings are the contents.
 */
export function resolvePlaces(
  drafts: readonly DraftBlock[],
  stated: readonly StatedEntry[] = [],
): Resolved {
  const starts = startsOf(drafts);
  const places = placesOf(drafts, starts);
  const entries = stated.slice(0, MAX_OUTLINE).flatMap((entry) => {
    const index = places.get(entry.anchor);
    return index === undefined ? [] : [{ entry, index: indexOfTitle(drafts, index, entry.title) }];
  });
  const levels = new Map<number, number>();
  for (const { entry, index } of entries) {
    const isTitle = lettersOf(drafts[index]?.text ?? '') === lettersOf(entry.title);
    if (isTitle && !levels.has(index)) levels.set(index, levelOf(entry));
  }
  let lost = stated.length - entries.length;
  const blocks = drafts.map((draft, index) => {
    const { anchors: _anchors, leads = [], pages: _pages, ...block } = draft;
    const references = leads.flatMap((lead) => toReference(lead, places, starts));
    lost += leads.length - references.length;
    return withInline(asHeading(block, levels.get(index)), references);
  });
  const fromEntries = entries.map(({ entry, index }) => ({
    level: levelOf(entry),
    title: titleOf(entry.title),
    at: starts[index] ?? 0,
  }));
  const outline = stated.length > 0 ? fromEntries : outlineOfHeadings(blocks, starts);
  return {
    blocks,
    outline: outline.filter(({ title }) => title !== '').toSorted((a, b) => a.at - b.at),
    pages: pagesOf(drafts, starts),
    lost,
  };
}

/** Returns the offset of each block in the canonical text. */
function startsOf(blocks: readonly DraftBlock[]): number[] {
  let start = 0;
  return blocks.map(({ text }) => {
    const here = start;
    start += text.length + 1;
    return here;
  });
}

/** Returns the index of the block for each name. The first block with a name has it. */
function placesOf(drafts: readonly DraftBlock[], starts: readonly number[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const index of starts.keys())
    for (const anchor of drafts[index]?.anchors ?? [])
      if (!places.has(anchor)) places.set(anchor, index);
  return places;
}

/** Finds the block with the title of an entry near the place that the entry names. */
function indexOfTitle(drafts: readonly DraftBlock[], index: number, title: string): number {
  const letters = lettersOf(title);
  const near = drafts.slice(index, index + TITLE_WITHIN);
  const found = near.findIndex(({ text }) => lettersOf(text) === letters);
  return index + Math.max(found, 0);
}

function asHeading(block: ImportedBlock, level: number | undefined): ImportedBlock {
  if (level === undefined) return block;
  if (block.kind === 'heading') return { ...block, level: block.level ?? level };
  return block.kind === 'paragraph' ? { ...block, kind: 'heading', level } : block;
}

function toReference(
  { start, end, anchor }: Lead,
  places: ReadonlyMap<string, number>,
  starts: readonly number[],
): Inline[] {
  const index = places.get(anchor);
  if (index === undefined || start >= end) return [];
  return [{ kind: 'reference', start, end, to: starts[index] ?? 0 }];
}

function withInline(block: ImportedBlock, references: readonly Inline[]): ImportedBlock {
  const inline = [...(block.inline ?? []), ...references]
    .filter(({ start, end }) => start < end && end <= block.text.length)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .slice(0, MAX_INLINE);
  const { inline: _before, ...rest } = block;
  return inline.length > 0 ? { ...rest, inline } : rest;
}

function outlineOfHeadings(
  blocks: readonly ImportedBlock[],
  starts: readonly number[],
): OutlineEntry[] {
  return blocks
    .flatMap(({ kind, text, level }, index) =>
      kind === 'heading'
        ? [{ level: level ?? 1, title: titleOf(text), at: starts[index] ?? 0 }]
        : [],
    )
    .slice(0, MAX_OUTLINE);
}

function pagesOf(drafts: readonly DraftBlock[], starts: readonly number[]): PageStart[] {
  const pages = drafts.flatMap(({ pages: begun = [] }, index) =>
    begun.map(({ label, at }) => ({ label: titleOf(label), at: (starts[index] ?? 0) + at })),
  );
  return pages.filter(({ label }) => label !== '').slice(0, MAX_PAGES);
}

const levelOf = ({ level }: StatedEntry): number => Math.min(Math.max(level, 1), 6);

const titleOf = (text: string): string => cutAtWord(oneLine(text), MAX_TITLE_UTF16 - 1);

/** Letters and digits only, because contents and headings differ in punctuation and vowel signs. */
const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
