import { type CSSProperties, type ReactNode, useState } from 'react';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { Block } from '#shared/domain/block.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type ArticleFigure, useFigures } from './pictures.ts';
import styles from './Figure.module.css';

interface FigureProps {
  readonly block: Block;
  /** The element with the block's words, which are the caption. */
  readonly children: ReactNode;
}

/** The picture of a block above its caption. Without a picture only the words stand there, and say so. */
export function Figure({ block, children }: FigureProps) {
  const { byBlock, coverBlock } = useFigures();
  const figure = byBlock.get(block.id);
  // The head shows the cover already.
  if (block.id === coverBlock) return <div data-words="none">{children}</div>;
  if (figure === undefined) return children;
  const words = block.figure?.hasCaption ? 'caption' : figure.isNamed ? 'alt' : 'none';
  return (
    <figure className={styles.figure} data-words={words}>
      <Shown figure={figure} />
      {children}
    </figure>
  );
}

/** The picture at its own size, or smaller when the text is narrower. Its space is there before its bytes are. */
function Shown({ figure }: { readonly figure: ArticleFigure }) {
  const { open } = useFigures();
  const [failed, setFailed] = useState(false);
  const { alt, words, picture, blockId } = figure;
  const { width, height, address } = picture;
  if (failed) return <div className={styles.missing}>{translate('reader.imageMissing')}</div>;
  return (
    <button
      type="button"
      className={styles.open}
      aria-label={translate('figure.open', { name: alt === '' ? words : alt })}
      aria-haspopup="dialog"
      // Custom properties are not part of React's type.
      style={{ '--ratio': width / height } as CSSProperties}
      onClick={() => open(blockId)}
    >
      <img
        className={styles.picture}
        src={address}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={() => setFailed(true)}
      />
      <span className={styles.sign}>
        <Icon name="zoom-in" small />
      </span>
    </button>
  );
}
