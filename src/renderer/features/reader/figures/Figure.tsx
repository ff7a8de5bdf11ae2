import { type CSSProperties, type ReactNode, useState } from 'react';
import { translate } from '#shared/i18n/translate.ts';
import type { Block } from '#shared/domain/block.ts';
import { type Picture, usePicture } from './pictures.ts';
import styles from './Figure.module.css';

interface FigureProps {
  readonly block: Block;
  /** The element with the block's words, which are the caption. */
  readonly children: ReactNode;
}

/** The picture of a block above its caption. Without a picture only the words stand there, and say so. */
export function Figure({ block, children }: FigureProps) {
  const picture = usePicture(block);
  if (picture === null) return children;
  const words = block.figure?.hasCaption ? 'caption' : block.figure?.alt ? 'alt' : 'name';
  return (
    <figure className={styles.figure} data-words={words}>
      <Shown picture={picture} alt={block.figure?.alt ?? ''} />
      {children}
    </figure>
  );
}

/** The picture at its own size, or smaller when the text is narrower. Its space is there before its bytes are. */
function Shown({ picture, alt }: { readonly picture: Picture; readonly alt: string }) {
  const [failed, setFailed] = useState(false);
  const { width, height, address } = picture;
  if (failed) return <div className={styles.missing}>{translate('reader.imageMissing')}</div>;
  return (
    <img
      className={styles.picture}
      src={address}
      alt={alt}
      width={width}
      height={height}
      // Custom properties are not part of React's type.
      style={{ '--ratio': width / height } as CSSProperties}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setFailed(true)}
    />
  );
}
