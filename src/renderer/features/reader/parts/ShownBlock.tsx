import type { Block } from '#shared/domain/block.ts';
import { BlockText } from '../text/BlockText.tsx';
import type { ShownStretch } from './shown.ts';

interface ShownBlockProps {
  readonly block: Block;
  readonly shown: ShownStretch;
  /** True when the block before it is a quotation, too. */
  readonly joined?: boolean | undefined;
}

/** The words of one block. */
export function ShownBlock({ block, shown, joined }: ShownBlockProps) {
  const { handlers } = shown;
  return (
    <BlockText
      block={block}
      topLevel={shown.topLevel}
      hideTashkeel={shown.hideTashkeel}
      current={block.id === shown.currentBlock}
      joined={joined}
      onClick={() => handlers.onBlockClick(block.id)}
    />
  );
}
