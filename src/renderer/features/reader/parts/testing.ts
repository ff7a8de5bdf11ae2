import type { Part, PlacedBlock } from '#shared/document/walk.ts';
import { walkDocument } from '#shared/document/walk.ts';
import type { Block } from '#shared/domain/block.ts';
import { NO_STRETCH_MARKS } from '../marks/share-marks.ts';
import type { ShownStretch } from './shown.ts';

const nothing = (): void => undefined;

/** A stretch without marks. */
export const BARE_STRETCH: ShownStretch = {
  marks: NO_STRETCH_MARKS,
  topLevel: 1,
  hideTashkeel: false,
  currentBlock: null,
  currentId: null,
  handlers: {
    onBlockClick: nothing,
    onHighlight: nothing,
    onHighlightFocus: nothing,
    onRemoveBookmark: nothing,
    onCopyTable: nothing,
  },
  beginning: [],
  places: new Map(),
  bookmarkTops: new Map(),
};

/** Numbers blocks and returns the one part that they are. */
export function onePart(blocks: readonly Omit<Block, 'id'>[]): Part {
  const [part, ...more] = walkDocument(
    blocks.map((block, index) => ({ ...block, id: `b${index}` })),
  );
  if (!part || more.length > 0) throw new Error('the blocks are not one part');
  return part;
}

/** Returns the letters of each block in the page. */
export const lettersOf = (blocks: readonly PlacedBlock[]): readonly (string | null)[] =>
  blocks.map(({ block }) => document.getElementById(`text-${block.id}`)?.textContent ?? null);
