import type { Meaning } from '#shared/domain/annotation.ts';
import { iconOutline } from './icons.ts';
import styles from './Shape.module.css';

/** The part of an icon's box that the outlines of the meanings fill. */
const BOX = '5 5 14 14';

/**
 * The shape of a meaning in its colour, so that colour is never the only cue. It is the icon of the meaning, filled. The
 * control around it has the accessible name.
 */
export function Shape({ meaning }: { meaning: Meaning }) {
  return (
    <svg className={styles.shape} data-meaning={meaning} viewBox={BOX} aria-hidden="true">
      <path d={iconOutline(meaning)} />
    </svg>
  );
}
