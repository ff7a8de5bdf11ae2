import type { Block } from './article.ts';

/** Where a block stands in the canonical text; UTF-16 offsets, `end` not included. */
export interface BlockPlace {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The places of all blocks; between two blocks stands one "\n". */
export function placeBlocks(blocks: readonly Pick<Block, 'id' | 'text'>[]): readonly BlockPlace[] {
  let start = 0;
  return blocks.map(({ id, text }) => {
    const place = { id, start, end: start + text.length };
    start = place.end + 1;
    return place;
  });
}

/** The block that holds an offset; an offset at a "\n" belongs to the block before it. */
export function blockAt(places: readonly BlockPlace[], offset: number): BlockPlace | undefined {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return places[low];
}
