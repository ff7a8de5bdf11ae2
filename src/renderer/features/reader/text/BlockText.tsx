import type { CSSProperties } from 'react';
import type { Block } from '#shared/domain/block.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Figure } from '../figures/Figure.tsx';
import { useFigures } from '../figures/pictures.ts';
import { headingTag } from '#shared/document/heading-level.ts';
import { Halves } from './Halves.tsx';
import { useBlockElement } from './use-block-element.ts';
import { Words } from './words/Words.tsx';
import styles from './BlockText.module.css';

interface BlockTextProps {
  readonly block: Block;
  /** The level of the document's highest headings. */
  readonly topLevel: number;
  readonly hideTashkeel: boolean;
  /** True when the block was chosen with the keyboard. */
  readonly current: boolean;
  /** True when the block before it is a quotation, too. */
  readonly joined?: boolean | undefined;
  readonly onClick: () => void;
}

/** One block, as the HTML element for its kind. */
export function BlockText(props: BlockTextProps) {
  const { block, hideTashkeel } = props;
  const { areKnown } = useFigures();
  const Tag = TAGS[tagOf(block, props.topLevel)];
  const attributes = useBlockElement<HTMLHeadingElement & HTMLParagraphElement & HTMLQuoteElement>(
    props,
  );
  const words = (
    <Tag
      {...attributes}
      className={`${styles.text} ${styles[block.kind]}`}
      style={indentOf(block)}
      data-image={block.kind === 'image' ? imageLabel(areKnown) : undefined}
      data-depth={block.list?.depth}
      data-sign={block.kind === 'item' ? signOf(block) : undefined}
      data-level={block.level === undefined ? undefined : block.level - props.topLevel + 1}
      data-quoted={IN_BOX.has(block.kind) ? undefined : block.isQuoted}
      data-joined={props.joined || undefined}
      data-after-gap={block.afterGap}
      data-halves={block.halves && ''}
    >
      {block.halves ? (
        <Halves {...{ block, hideTashkeel }} />
      ) : (
        <Words {...{ block, hideTashkeel }} />
      )}
    </Tag>
  );
  return block.kind === 'image' ? <Figure block={block}>{words}</Figure> : words;
}

/** What stands before the words of an image without a picture. */
const imageLabel = (isKnown: boolean): string =>
  translate(isKnown ? 'reader.imageNotShown' : 'reader.image');

/** The indentation of a line of code as a custom property, which is not part of React's type. */
const indentOf = ({ indent }: Block): CSSProperties | undefined =>
  indent === undefined ? undefined : ({ '--indent': indent } as CSSProperties);

/** Kinds that are in a box with others. The box shows that they are a quotation. */
const IN_BOX: ReadonlySet<Block['kind']> = new Set(['verse', 'code', 'row']);

const TAGS = {
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
  p: 'p',
  blockquote: 'blockquote',
  code: 'code',
} as const;

function tagOf(block: Block, topLevel: number): keyof typeof TAGS {
  if (block.kind === 'heading') return headingTag(block, topLevel);
  if (block.kind === 'code') return 'code';
  return block.kind === 'quote' ? 'blockquote' : 'p';
}

/** What stands before an item: its own number, a drawn sign, or nothing before a further paragraph of an item. */
function signOf({ list }: Block): 'number' | 'drawn' | 'none' {
  if ((list?.marker ?? 0) > 0) return 'number';
  return list?.continues || list?.isOrdered ? 'none' : 'drawn';
}
