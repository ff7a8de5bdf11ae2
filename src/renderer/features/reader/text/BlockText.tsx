import { useEffect, useRef } from 'react';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import type { Block } from '#shared/domain/block.ts';
import { translate } from '#shared/i18n/translate.ts';
import { blockElementId } from './dom-text.ts';
import styles from './BlockText.module.css';

const TAGS: Partial<Readonly<Record<Block['kind'], 'h2' | 'blockquote'>>> = {
  heading: 'h2',
  quote: 'blockquote',
};

interface BlockTextProps {
  readonly block: Block;
  readonly hideTashkeel: boolean;
  /** True when the block was chosen with the keyboard. */
  readonly current: boolean;
  readonly onClick: () => void;
}

/** One block, as the HTML element for its kind. */
export function BlockText({ block, hideTashkeel, current, onClick }: BlockTextProps) {
  const Tag = TAGS[block.kind] ?? 'p';
  const element = useRef<HTMLHeadingElement & HTMLParagraphElement & HTMLQuoteElement>(null);
  // Keys that move to another paragraph also move the focus, so that a screen reader speaks the paragraph.
  useEffect(() => {
    if (current) element.current?.focus({ preventScroll: true });
  }, [current]);
  return (
    <Tag
      ref={element}
      id={blockElementId(block.id)}
      tabIndex={current ? -1 : undefined}
      className={`${styles.text} ${styles[block.kind]}`}
      data-block={block.id}
      data-image={block.kind === 'image' ? translate('reader.image') : undefined}
      data-current={current || undefined}
      onClick={onClick}
      onContextMenu={onClick}
    >
      <Bidi text={block.text} hideTashkeel={hideTashkeel} />
    </Tag>
  );
}
