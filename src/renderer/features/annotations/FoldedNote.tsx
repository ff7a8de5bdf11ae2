import { useState } from 'react';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { NoteText } from './NoteText.tsx';
import { type NoteWidth, isLongNote } from './is-long-note.ts';
import styles from './FoldedNote.module.css';

interface FoldedNoteProps {
  readonly text: string;
  /** Where the note is shown, which decides how many letters fit in a line. */
  readonly width: NoteWidth;
}

/** A note in a list. A long note shows its first lines and a button for the rest. */
export function FoldedNote({ text, width }: FoldedNoteProps) {
  const [open, setOpen] = useState(false);
  const long = isLongNote(text, width);
  return (
    <div className={styles.frame} dir="auto">
      <p className={long && !open ? `${styles.note} ${styles.folded}` : styles.note}>
        <NoteText text={text} />
      </p>
      {long && (
        <button
          type="button"
          className={styles.more}
          dir={interfaceDirection()}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {translate(open ? 'common.showLess' : 'common.showMore')}
        </button>
      )}
    </div>
  );
}
