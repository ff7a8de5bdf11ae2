import { type ComponentProps, useEffect, useRef } from 'react';
import type { Block } from '#shared/domain/block.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Figure } from '../figures/Figure.tsx';
import { blockElementId } from './dom-text.ts';
import { headingTag } from '#shared/document/heading-level.ts';
import { Words } from './words/Words.tsx';
import styles from './BlockText.module.css';

interface BlockTextProps {
  readonly block: Block;
  /** The level of the document's highest headings. */
  readonly topLevel: number;
  readonly hideTashkeel: boolean;
  /** True when the block was chosen with the keyboard. */
  readonly current: boolean;
  readonly onClick: () => void;
  readonly onReference: ComponentProps<typeof Words>['onReference'];
}

/** One block, as the HTML element for its kind. */
export function BlockText(props: BlockTextProps) {
  const { block, current, onClick } = props;
  const Tag = TAGS[tagOf(block, props.topLevel)];
  const element = useRef<HTMLHeadingElement & HTMLParagraphElement & HTMLQuoteElement>(null);
  // Keys that move to another paragraph also move the focus, so that a screen reader speaks the paragraph.
  useEffect(() => {
    if (current) element.current?.focus({ preventScroll: true });
  }, [current]);
  const words = (
    <Tag
      ref={element}
      id={blockElementId(block.id)}
      tabIndex={current ? -1 : undefined}
      className={`${styles.text} ${styles[block.kind]}`}
      lang={block.language}
      dir={block.direction}
      data-block={block.id}
      data-image={block.kind === 'image' ? translate('reader.image') : undefined}
      data-depth={block.list?.depth}
      data-sign={block.kind === 'item' ? signOf(block) : undefined}
      data-level={block.level === undefined ? undefined : block.level - props.topLevel + 1}
      data-quoted={block.isQuoted}
      data-current={current || undefined}
      onClick={onClick}
      onContextMenu={onClick}
    >
      <Words block={block} hideTashkeel={props.hideTashkeel} onReference={props.onReference} />
    </Tag>
  );
  return block.kind === 'image' ? <Figure block={block}>{words}</Figure> : words;
}

const TAGS = {
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
  p: 'p',
  blockquote: 'blockquote',
} as const;

function tagOf(block: Block, topLevel: number): keyof typeof TAGS {
  if (block.kind === 'heading') return headingTag(block, topLevel);
  return block.kind === 'quote' ? 'blockquote' : 'p';
}

/** What stands before an item: its own number, a drawn sign, or nothing before a further paragraph of an item. */
function signOf({ list }: Block): 'number' | 'drawn' | 'none' {
  if ((list?.marker ?? 0) > 0) return 'number';
  return list?.continues || list?.isOrdered ? 'none' : 'drawn';
}
