import { useCallback, useEffect, useState } from 'react';
import type { OpenPage } from './page.ts';

interface CurrentBlock {
  /** The paragraph that was chosen, or else the first one in sight. */
  readonly currentBlock: string;
  /** Chooses a paragraph; with `seen` it gets a bar, as when one moves by keys. */
  readonly setCurrentBlock: (blockId: string, seen?: boolean) => void;
  readonly marked: boolean;
}

/** The paragraph that keys act on. */
export function useCurrentBlock(page: OpenPage): CurrentBlock {
  const [chosen, setChosen] = useState<string | null>(null);
  const [seen, setSeen] = useState(false);
  const [inSight, setInSight] = useState(page.places[0]?.id ?? 'b0');

  useEffect(() => {
    const scroller = page.scroller.current;
    const body = page.body.current;
    if (!scroller || !body) return undefined;
    const look = (): void => {
      const frame = scroller.getBoundingClientRect();
      const blocks = [...body.querySelectorAll<HTMLElement>('[data-block]')];
      const first = blocks.find((block) => block.getBoundingClientRect().bottom > frame.top + 24);
      setInSight(first?.dataset['block'] ?? 'b0');
      setChosen((id) => {
        const rect = id && body.querySelector(`[data-block="${id}"]`)?.getBoundingClientRect();
        return rect && rect.bottom > frame.top && rect.top < frame.bottom ? id : null;
      });
    };
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, [page]);

  const setCurrentBlock = useCallback((blockId: string, seen = false) => {
    setChosen(blockId);
    setSeen(seen);
  }, []);
  return { currentBlock: chosen ?? inSight, setCurrentBlock, marked: chosen !== null && seen };
}
