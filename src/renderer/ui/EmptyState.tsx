import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Drawings on an 84-unit box, each with the strokes of the thing and the fainter strokes around it. */
const DRAWINGS = {
  book: {
    paths: [
      'M42 26c-7-5-16-7-28-7v42c12 0 21 2 28 7 7-5 16-7 28-7V19c-12 0-21 2-28 7z',
      'M42 26v42',
    ],
    faint: 'M52 34c3-1 6-1.6 10-1.8M52 42c3-1 6-1.6 10-1.8',
  },
  search: {
    paths: ['M34 50a16 16 0 1 0 32 0a16 16 0 1 0-32 0z', 'm62 62 12 12'],
    faint: 'M18 22h34M18 34h26M18 46h12',
  },
  pen: {
    paths: ['m30 50 26-30a6 6 0 0 1 8-.6l2 1.7a6 6 0 0 1 .6 8L41 58l-12 1z', 'M50 27l9 8'],
    faint: 'M16 66h52',
  },
} as const;

interface EmptyStateProps {
  readonly drawing?: keyof typeof DRAWINGS;
  readonly title: string;
  readonly hint?: ReactNode;
  /** Buttons for what the reader can do now. */
  readonly children?: ReactNode;
}

/** Says that a page has nothing to show, why, and what the reader can do. */
export function EmptyState({ drawing = 'book', title, hint, children }: EmptyStateProps) {
  const { paths, faint } = DRAWINGS[drawing];
  return (
    <div className={styles.empty}>
      <svg className={styles.art} viewBox="0 0 84 84" aria-hidden="true">
        {paths.map((d) => (
          <path key={d} d={d} />
        ))}
        <path className={styles.faint} d={faint} />
      </svg>
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
