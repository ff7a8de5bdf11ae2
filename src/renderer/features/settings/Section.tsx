import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { SettingsChange } from '#renderer/bridge/queries.ts';
import { type ViewState, useViewState, viewState } from '#renderer/view-state/view-state.ts';
import type { Settings } from '#shared/domain/settings.ts';
import styles from './SettingsPage.module.css';

/** The properties of every section of the settings. */
export interface SectionProps {
  readonly settings: Settings;
  readonly onChange: (change: SettingsChange) => void;
}

interface OneSectionProps {
  readonly title: string;
  /** The name by which the page can be opened at this section. */
  readonly name?: Exclude<ViewState['settingsSection'], null>;
  readonly children: ReactNode;
}

/** One section of the settings, named by its heading. */
export function Section({ title, name, children }: OneSectionProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = useViewState('settingsSection');
  // The page first scrolls to where it was left, which happens before it is painted.
  useEffect(() => {
    if (name === undefined || wanted !== name) return;
    viewState.set('settingsSection', null);
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [name, wanted]);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={name && -1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export const Hint = ({ children }: { children: ReactNode }) => (
  <p className={styles.hint}>{children}</p>
);
