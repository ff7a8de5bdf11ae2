import type { Meaning } from '#shared/domain/annotation.ts';
import styles from './Shape.module.css';

/** One shape for each meaning on a 12-unit box, so that colour is never the only cue. */
const SHAPES: Readonly<Record<Meaning, string>> = {
  important: 'M1 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  fact: 'M1.4 1.4h9.2v9.2h-9.2z',
  statement: 'M6 .9 11.4 10.6H.6z',
  question: 'M6 .4 11.6 6 6 11.6.4 6z',
  followup: 'm6 .6 1.6 3.5 3.8.4-2.8 2.6.8 3.8L6 9l-3.4 1.9.8-3.8L.6 4.5l3.8-.4z',
};

/** The shape of a meaning in its colour. The control around it has the accessible name. */
export function Shape({ meaning }: { meaning: Meaning }) {
  return (
    <svg className={styles.shape} data-meaning={meaning} viewBox="0 0 12 12" aria-hidden="true">
      <path d={SHAPES[meaning]} />
    </svg>
  );
}
