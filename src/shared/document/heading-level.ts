import type { Block } from '#shared/domain/block.ts';

type HeadingTag = 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
const TAGS: readonly HeadingTag[] = ['h2', 'h3', 'h4', 'h5', 'h6'];

/**
 * Returns the level of a document's highest headings, 1 to 6. They come directly below the title, whatever level the
 * document gave them.
 */
export const topLevelOf = (blocks: readonly Pick<Block, 'kind' | 'level'>[]): number =>
  blocks.reduce(
    (top, { kind, level }) => (kind === 'heading' ? Math.min(top, level ?? top) : top),
    6,
  );

/** Returns the element of a heading. The title is the only `h1`. */
export const headingTag = ({ level }: Pick<Block, 'level'>, topLevel: number): HeadingTag =>
  TAGS[(level ?? topLevel) - topLevel] ?? 'h6';
