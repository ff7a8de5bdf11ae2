import { useRef } from 'react';
import type { Part } from '#shared/document/walk.ts';
import { translate } from '#shared/i18n/translate.ts';
import { BlockMarks } from './BlockMarks.tsx';
import { Separator } from './Separator.tsx';
import { ShownBlock } from './ShownBlock.tsx';
import type { ShownStretch } from './shown.ts';
import { useOverflow } from './use-overflow.ts';
import styles from './Parts.module.css';

/** Lines of code, from left to right in a box that scrolls by itself. It is a tab stop when it has to scroll. */
export function Listing({ part, shown }: { readonly part: Part; readonly shown: ShownStretch }) {
  const box = useRef<HTMLPreElement>(null);
  const isWide = useOverflow(box);
  return (
    <>
      <Separator before={part.blocks[0]?.block} />
      {part.blocks.map((placed) => (
        <BlockMarks key={placed.block.id} placed={placed} shown={shown} inBox />
      ))}
      <pre
        ref={box}
        dir="ltr"
        role="group"
        aria-label={translate('reader.code')}
        tabIndex={isWide ? 0 : undefined}
        data-scrolls=""
        className={`${styles.listing} scroll-across`}
      >
        {part.blocks.map(({ block }) => (
          <ShownBlock key={block.id} block={block} shown={shown} />
        ))}
      </pre>
    </>
  );
}
