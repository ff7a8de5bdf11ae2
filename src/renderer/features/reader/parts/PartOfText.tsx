import { hasWayBack } from '#shared/document/footnotes.ts';
import type { Part, PlacedBlock } from '#shared/document/walk.ts';
import type { Block } from '#shared/domain/block.ts';
import type { CutTable } from '../text/stretches/cut-tables.ts';
import { WayBack } from '../footnotes/WayBack.tsx';
import { Listing } from './Listing.tsx';
import { MarkedBlock } from './MarkedBlock.tsx';
import { Poem } from './Poem.tsx';
import { TableOfText } from './TableOfText.tsx';
import type { ShownStretch } from './shown.ts';
import styles from './Parts.module.css';

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
      return part.blocks.map((placed) => (
        <SingleBlock key={placed.block.id} {...{ placed, before, shown }} />
      ));
  }
}

interface SingleBlockProps extends Pick<PartProps, 'before' | 'shown'> {
  readonly placed: PlacedBlock;
}

/** A block that stands by itself: a paragraph, a heading, a picture or a footnote. */
function SingleBlock({ placed, before, shown }: SingleBlockProps) {
  const { block, start } = placed;
  if (block.kind === 'note')
    return (
      <div role="doc-footnote" className={before?.kind === 'note' ? undefined : styles.footnotes}>
        <MarkedBlock placed={placed} shown={shown} />
        {!hasWayBack(block) && <WayBack at={start} />}
      </div>
    );
  return (
    <div>
      <MarkedBlock
        placed={placed}
        shown={shown}
        joined={isQuotation(before) && isQuotation(block)}
      />
    </div>
  );
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
