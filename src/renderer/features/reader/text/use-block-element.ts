import { useEffect, useRef } from 'react';
import type { Block } from '#shared/domain/block.ts';
import { blockElementId } from './dom-text.ts';

interface BlockElement {
  readonly block: Block;
  /** True when the block was chosen with the keyboard. */
  readonly current: boolean;
  readonly onClick: () => void;
}

/** Returns what every element of a block has: how it is found, chosen and focused. */
export function useBlockElement<Tag extends HTMLElement>({
  block,
  current,
  onClick,
}: BlockElement) {
  const ref = useRef<Tag>(null);
  // Keys that move to another paragraph also move the focus, so that a screen reader speaks the paragraph.
  useEffect(() => {
    if (current) ref.current?.focus({ preventScroll: true });
  }, [current]);
  return {
    ref,
    id: blockElementId(block.id),
    tabIndex: current ? -1 : undefined,
    lang: block.language,
    dir: block.direction,
    'data-block': block.id,
    'data-current': current || undefined,
    onClick,
    onContextMenu: onClick,
  };
}
