import type { HTMLAttributes } from 'react';
import styles from './chips.module.css';

interface TagProps extends HTMLAttributes<HTMLSpanElement> {
  readonly tone?: 'accent' | 'warn';
}

/** A small label. */
export function Tag({ tone, children, ...rest }: TagProps) {
  return (
    <span className={tone ? `${styles.tag} ${styles[tone]}` : styles.tag} {...rest}>
      {children}
    </span>
  );
}
