import { type Shortcut, keyCaps } from '#shared/commands/shortcut.ts';
import { isMac } from './platform.ts';
import styles from './KeyCaps.module.css';

/** The keys of one shortcut as caps, always from left to right. */
export function KeyCaps({ shortcut }: { readonly shortcut: Shortcut }) {
  return (
    <span className={styles.caps} dir="ltr" lang="en">
      {keyCaps(shortcut, isMac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
