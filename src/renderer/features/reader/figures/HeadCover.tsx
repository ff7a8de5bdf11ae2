import { useState } from 'react';
import { useFigures } from './pictures.ts';
import styles from './HeadCover.module.css';

/** The cover beside the headline. It says nothing that the headline does not say. */
export function HeadCover() {
  const { cover } = useFigures();
  const [failed, setFailed] = useState(false);
  if (cover === null || failed) return null;
  const { address, width, height } = cover;
  return (
    <img
      className={styles.cover}
      src={address}
      alt=""
      width={width}
      height={height}
      decoding="async"
      draggable={false}
      onError={() => setFailed(true)}
    />
  );
}
