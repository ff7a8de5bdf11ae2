import { type ReactNode, useId } from 'react';
import type { SettingsChange } from '#renderer/bridge/queries.ts';
import type { Settings } from '#shared/domain/settings.ts';
import styles from './SettingsPage.module.css';

/** The properties of every section of the settings. */
export interface SectionProps {
  readonly settings: Settings;
  readonly onChange: (change: SettingsChange) => void;
}

/** One section of the settings, named by its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export const Hint = ({ children }: { children: ReactNode }) => (
  <p className={styles.hint}>{children}</p>
);
