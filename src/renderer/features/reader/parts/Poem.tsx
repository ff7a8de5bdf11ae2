import { useRef } from 'react';
import type { Part } from '#shared/document/walk.ts';
import { MarkedBlock } from './MarkedBlock.tsx';
import type { ShownStretch } from './shown.ts';
import { useOverflow } from './use-overflow.ts';
import styles from './Parts.module.css';

/**
 * Lines of verse. The halves of all lines are as wide as the longest half, so that they stand below each other; when two
 * such halves are wider than the text, they stand one below the other.
 */
export function Poem({ part, shown }: { readonly part: Part; readonly shown: ShownStretch }) {
  const box = useRef<HTMLDivElement>(null);
  useOverflow(box);
  const [first] = part.blocks;
  return (
    <div
      ref={box}
      className={styles.poemBox}
      data-quoted={first?.block.isQuoted}
      data-halved={part.blocks.some(({ block }) => block.halves) || undefined}
    >
      <div className={styles.poem}>
        {part.blocks.map((placed) => (
          <div key={placed.block.id}>
            <MarkedBlock placed={placed} shown={shown} />
          </div>
        ))}
      </div>
    </div>
  );
}
