import styles from '../Reader.module.css';

/** A strip that says which mode is on, and what works in it. */
export function ModeStrip({ text }: { readonly text: string }) {
  return (
    <div role="status" className={styles.strip}>
      {text}
    </div>
  );
}
