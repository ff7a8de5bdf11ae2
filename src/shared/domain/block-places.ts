import type { Block } from './article.ts';

/** The span of a block in the canonical text, in UTF-16 units; `end` is not included. */
export interface BlockPlace {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Computes the span of every block; one "\n" separates two blocks. */
export function placeBlocks(blocks: readonly Pick<Block, 'id' | 'text'>[]): readonly BlockPlace[] {
  let start = 0;
  return blocks.map(({ id, text }) => {
    const place = { id, start, end: start + text.length };
    start = place.end + 1;
    return place;
  });
}

/** Finds the block that contains an offset (UTF-16); an offset at a "\n" belongs to the block before it. */
export function blockAt(places: readonly BlockPlace[], offset: number): BlockPlace | undefined {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return places[low];
}
