import type { ReactNode } from 'react';
import { OutwardLink } from '#renderer/features/links/index.ts';
import { Bare, Bidi, ForeignRun } from '#renderer/ui/Bidi.tsx';
import type { Block, Inline } from '#shared/domain/block.ts';
import { type Setting, type WordsPart, nestParts } from './nest-parts.ts';
import { Reference } from './Reference.tsx';
import styles from './Words.module.css';

interface WordsProps {
  readonly block: Block;
  /** The part of the block's text that is shown, UTF-16 units; all of it when missing. */
  readonly start?: number;
  readonly end?: number;
  readonly hideTashkeel: boolean;
}

/** The words of a block with what the document sets apart in them. The text nodes, joined, are exactly the text. */
export function Words(props: WordsProps) {
  const { block, start = 0, end = block.text.length, hideTashkeel } = props;
  if (block.inline === undefined && (block.list?.marker ?? 0) === 0)
    return <Bidi text={block.text.slice(start, end)} hideTashkeel={hideTashkeel} />;
  return <Parts {...props} parts={nestParts(block, start, end)} hideTashkeel={hideTashkeel} />;
}

function Parts({ parts, ...props }: WordsProps & { readonly parts: readonly WordsPart[] }) {
  return parts.map((part) => {
    const { start, end, setting } = part;
    if (setting !== null)
      return (
        <SetWords key={start} setting={setting} block={props.block}>
          <Parts
            {...props}
            parts={part.parts}
            hideTashkeel={props.hideTashkeel && setting.kind !== 'run'}
          />
        </SetWords>
      );
    const text = props.block.text.slice(start, end);
    return props.hideTashkeel ? <Bare key={start} text={text} /> : text;
  });
}

interface SetWordsProps extends Pick<WordsProps, 'block'> {
  readonly setting: Setting;
  readonly children: ReactNode;
}

function SetWords({ setting, block, children }: SetWordsProps) {
  if (setting.kind === 'run') return <ForeignRun run={setting.run}>{children}</ForeignRun>;
  if (setting.kind === 'marker') return <span className={styles.marker}>{children}</span>;
  const { inline } = setting;
  switch (inline.kind) {
    case 'link':
      return (
        <OutwardLink inText address={inline.href ?? ''}>
          {children}
        </OutwardLink>
      );
    case 'reference':
      return (
        <Reference block={block} inline={inline}>
          {children}
        </Reference>
      );
    default: {
      const Tag = TAGS[inline.kind];
      return (
        <Tag className={styles[inline.kind]} dir={inline.kind === 'code' ? 'ltr' : undefined}>
          {children}
        </Tag>
      );
    }
  }
}

const TAGS = {
  strong: 'strong',
  emphasis: 'em',
  super: 'sup',
  sub: 'sub',
  code: 'code',
} as const satisfies Record<Exclude<Inline['kind'], 'link' | 'reference'>, string>;
