import type { ButtonHTMLAttributes } from 'react';
import { formatNumber } from '#shared/i18n/locale.ts';
import styles from './chips.module.css';

interface ChipProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly pressed?: boolean;
  readonly count?: number;
}

/** A round toggle button. It shows the number of items that it would leave in the list. */
export function Chip({ pressed, count, children, ...rest }: ChipProps) {
  return (
    <button type="button" className={styles.chip} aria-pressed={pressed} {...rest}>
      {children}
      {count !== undefined && <span className={styles.count}>{formatNumber(count)}</span>}
    </button>
  );
}
