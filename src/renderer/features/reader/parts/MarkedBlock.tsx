import type { PlacedBlock } from '#shared/document/walk.ts';
import { BlockMarks } from './BlockMarks.tsx';
import { Separator } from './Separator.tsx';
import { ShownBlock } from './ShownBlock.tsx';
import type { ShownStretch } from './shown.ts';

interface MarkedBlockProps {
  readonly placed: PlacedBlock;
  readonly shown: ShownStretch;
  /** True when the block before it is a quotation, too. */
  readonly joined?: boolean | undefined;
}

/** A block with its marks before it. */
export function MarkedBlock({ placed, shown, joined }: MarkedBlockProps) {
  return (
    <>
      <Separator before={placed.block} />
      <BlockMarks placed={placed} shown={shown} />
      <ShownBlock block={placed.block} shown={shown} joined={joined} />
    </>
  );
}
