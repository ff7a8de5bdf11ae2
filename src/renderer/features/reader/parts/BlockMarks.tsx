import type { PlacedBlock } from '#shared/document/walk.ts';
import { Gutter } from '../marks/Gutter.tsx';
import type { ShownStretch } from './shown.ts';

interface BlockMarksProps {
  readonly placed: PlacedBlock;
  readonly shown: ShownStretch;
  /** True when the block is in a box of its own, so that its marks stand before the box and not beside the block. */
  readonly inBox?: boolean;
}

/** The marks of one block, in the margin. */
export function BlockMarks({ placed: { block, start }, shown, inBox = false }: BlockMarksProps) {
  const { handlers } = shown;
  const end = start + block.text.length;
  return (
    <Gutter
      annotations={shown.beginning.filter(({ span }) => start <= span.start && span.start <= end)}
      places={shown.places}
      bookmarked={shown.marks.bookmarked.includes(block.id)}
      bookmarkTop={inBox ? (shown.bookmarkTops.get(block.id) ?? null) : undefined}
      currentId={shown.currentId}
      onHighlight={handlers.onHighlight}
      onFocus={handlers.onHighlightFocus}
      onRemoveBookmark={() => handlers.onRemoveBookmark(block.id)}
    />
  );
}
