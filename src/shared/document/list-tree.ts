import type { PlacedBlock } from './walk.ts';

/** A list as its items stand in each other. */
export interface ListTree {
  readonly isOrdered: boolean;
  readonly items: ListItem[];
}

/** The blocks of an item, and the lists in it, in order. It begins with a block. */
export type ListItem = (PlacedBlock | ListTree)[];

/** Arranges the blocks of a list as lists in lists. An item that is too deep for what precedes it comes nearer. */
export function toListTree(blocks: readonly PlacedBlock[]): ListTree[] {
  const roots: ListTree[] = [];
  const open: ListTree[] = [];
  for (const placed of blocks) {
    const { depth = 0, isOrdered, begins, continues } = placed.block.list ?? {};
    const level = Math.min(depth, open.length);
    open.length = Math.min(open.length, begins ? level : level + 1);
    let list = open[level];
    if (!list) {
      list = { isOrdered: isOrdered === true, items: [] };
      const parent: (PlacedBlock | ListTree)[] = open.at(-1)?.items.at(-1) ?? roots;
      parent.push(list);
      open.push(list);
    }
    const item = list.items.at(-1);
    if (continues && item) item.push(placed);
    else list.items.push([placed]);
  }
  return roots;
}

/**
 * Returns the number of the first item when the numbers in the texts are those that a numbered list has by itself, and
 * `null` when they must be written as they are.
 */
export function firstNumber({ isOrdered, items }: ListTree): number | null {
  if (!isOrdered) return null;
  const first = Number(markerOf(items[0])?.slice(0, -2));
  const follows = items.every((item, index) => markerOf(item) === `${first + index}. `);
  return Number.isSafeInteger(first) && follows ? first : null;
}

function markerOf(item: ListItem | undefined): string | undefined {
  const [placed] = item ?? [];
  return placed && 'block' in placed
    ? placed.block.text.slice(0, placed.block.list?.marker ?? 0)
    : undefined;
}
