import type { Part } from '#shared/document/walk.ts';
import type { Block } from '#shared/domain/block.ts';
import type { CutTable } from '../text/stretches/cut-tables.ts';
import { Listing } from './Listing.tsx';
import { MarkedBlock } from './MarkedBlock.tsx';
import { Poem } from './Poem.tsx';
import { TableOfText } from './TableOfText.tsx';
import type { ShownStretch } from './shown.ts';

interface PartProps {
  readonly part: Part;
  /** The block before the part, if it is in the same stretch. */
  readonly before: Block | undefined;
  readonly shown: ShownStretch;
  /** What is known of the whole table when the part is only a piece of it. */
  readonly cut: CutTable | null;
}

/** One list, table, poem, listing or other block, with the marks beside it. */
export function PartOfText({ part, before, shown, cut }: PartProps) {
  switch (part.kind) {
    case 'list':
      return <List {...{ part, shown }} />;
    case 'verse':
      return <Poem {...{ part, shown }} />;
    case 'code':
      return <Listing {...{ part, shown }} />;
    case 'table':
      return <TableOfText {...{ part, shown, cut }} />;
    default:
      return part.blocks.map((placed, index) => (
        <div key={placed.block.id}>
          <MarkedBlock
            placed={placed}
            shown={shown}
            joined={
              isQuotation(part.blocks[index - 1]?.block ?? before) && isQuotation(placed.block)
            }
          />
        </div>
      ));
  }
}

function List({ part, shown }: Pick<PartProps, 'part' | 'shown'>) {
  return (
    <div role="list">
      {part.blocks.map((placed) => (
        <div key={placed.block.id} role="listitem" aria-level={(placed.block.list?.depth ?? 0) + 1}>
          <MarkedBlock placed={placed} shown={shown} />
        </div>
      ))}
    </div>
  );
}

/** True for a paragraph of a quotation. */
const isQuotation = (block: Block | undefined): boolean =>
  block?.kind === 'quote' || (block?.kind === 'paragraph' && block.isQuoted === true);
