import type { Block } from '#shared/domain/block.ts';
import type { PlacedBlock } from './walk.ts';

/** A footnote of a document. */
export interface Footnote {
  /** Its sign in the text, such as `3` or `*`; empty when the document has none. */
  readonly sign: string;
  /** Its paragraphs; never empty. */
  readonly blocks: readonly PlacedBlock[];
  /** Where the text first refers to it, as a UTF-16 offset of the canonical text; `null` when nothing refers to it. */
  readonly from: number | null;
}

/** Finds the footnotes of a document, by the UTF-16 offset of the canonical text at which each begins. */
export function footnotesOf(blocks: readonly Block[]): ReadonlyMap<number, Footnote> {
  const found = new Map<number, { sign: string; blocks: PlacedBlock[] }>();
  /** The first reference to each place from outside of the footnotes. */
  const references = new Map<number, number>();
  let open: PlacedBlock[] | null = null;
  let start = 0;
  for (const block of blocks) {
    if (block.kind !== 'note') {
      open = null;
      for (const { kind, to, start: at } of block.inline ?? [])
        if (kind === 'reference' && to !== undefined && !references.has(to))
          references.set(to, start + at);
    } else if (open !== null && block.sign === undefined) open.push({ block, start });
    else {
      open = [{ block, start }];
      found.set(start, { sign: block.sign ?? '', blocks: open });
    }
    start += block.text.length + 1;
  }
  return new Map(
    Array.from(found, ([at, note]) => [at, { ...note, from: references.get(at) ?? null }]),
  );
}

/** Returns the length of the sign with which a footnote's text begins, such as `[3] `, UTF-16 units. */
export function signLength({ text, sign }: Pick<Block, 'text' | 'sign'>): number {
  if (sign === undefined) return 0;
  const begin = [`[${sign}] `, `${sign} `].find((mark) => text.startsWith(mark)) ?? '';
  return begin.length < text.length ? begin.length : 0;
}

/** True when a footnote itself leads back to the text, by the sign at its beginning. */
export const hasWayBack = ({ inline = [] }: Pick<Block, 'inline'>): boolean =>
  inline.some(({ kind, start }) => kind === 'reference' && start === 0);
