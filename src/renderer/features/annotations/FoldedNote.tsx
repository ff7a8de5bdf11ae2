import { type ReactNode, useState } from 'react';
import { translate } from '#shared/i18n/translate.ts';
import { isLongNote } from './is-long-note.ts';
import styles from './FoldedNote.module.css';

interface FoldedNoteProps {
  readonly text: string;
  /** The note as it is drawn. */
  readonly children: ReactNode;
}

/** A note in a list. Of a long one the first lines stand there, and the rest on demand. */
export function FoldedNote({ text, children }: FoldedNoteProps) {
  const [open, setOpen] = useState(false);
  const long = isLongNote(text);
  return (
    <div className={styles.frame}>
      <p dir="auto" className={long && !open ? `${styles.note} ${styles.folded}` : styles.note}>
        {children}
      </p>
      {long && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {translate(open ? 'common.showLess' : 'common.showMore')}
        </button>
      )}
    </div>
  );
}
