import { findNoteTags } from '#shared/arabic/note-tags.ts';
import styles from './NoteText.module.css';

/** The text of a note, with its tags (`#word`) in another style. */
export function NoteText({ text }: { readonly text: string }) {
  const pieces = [];
  let done = 0;
  for (const { start, end } of findNoteTags(text)) {
    pieces.push(
      text.slice(done, start),
      <span key={start} className={styles.tag}>
        {text.slice(start, end)}
      </span>,
    );
    done = end;
  }
  return [...pieces, text.slice(done)];
}
