import { useCallback, useState } from 'react';
import { blockElement } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import { stretchBelow, stretchElements } from '../text/stretches/elements.ts';
import { useLookWhileScrolling } from './use-look-while-scrolling.ts';

/** A paragraph counts as seen when so much of it is below the upper edge, CSS pixels. */
const FIRST_LINE_PX = 24;

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

  useLookWhileScrolling(page.scroller, () => {
    const [scroller, body] = [page.scroller.current, page.body.current];
    if (!scroller || !body) return;
    const frame = scroller.getBoundingClientRect();
    const isInSight = (element: Element | null | undefined): boolean => {
      const rect = element?.getBoundingClientRect();
      return rect !== undefined && rect.bottom > frame.top && rect.top < frame.bottom;
    };
    const under = frame.top + FIRST_LINE_PX;
    const stretch = stretchBelow(stretchElements(body), under);
    const blocks = [...(stretch?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
    const first = blocks.find((block) => block.getBoundingClientRect().bottom > under);
    setInSight((id) => first?.dataset['block'] ?? id);
    setChosen((id) => {
      const block = id && blockElement(body, id);
      // Nothing is asked of a block whose stretch is out of sight: it has no layout.
      return block && isInSight(block.closest('[data-stretch]')) && isInSight(block) ? id : null;
    });
  });

  const setCurrentBlock = useCallback((blockId: string, seen = false) => {
    setChosen(blockId);
    setSeen(seen);
  }, []);
  return { currentBlock: chosen ?? inSight, setCurrentBlock, marked: chosen !== null && seen };
}
