import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly title: string;
  readonly hint?: ReactNode;
  /** What can be done. */
  readonly children?: ReactNode;
}

/** Says that there is nothing here, why, and what can be done. */
export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <svg className={styles.art} viewBox="0 0 84 84" aria-hidden="true">
        <path d="M42 26c-7-5-16-7-28-7v42c12 0 21 2 28 7 7-5 16-7 28-7V19c-12 0-21 2-28 7z" />
        <path d="M42 26v42" />
        <path className={styles.faint} d="M52 34c3-1 6-1.6 10-1.8M52 42c3-1 6-1.6 10-1.8" />
      </svg>
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
