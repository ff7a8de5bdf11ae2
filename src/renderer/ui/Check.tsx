import type { ReactNode } from 'react';
import styles from './Check.module.css';

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** A sentence below the words that says what the box does. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** A native check box with its label. */
export function Check({ checked, onChange, hint, children }: CheckProps) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {children}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}
