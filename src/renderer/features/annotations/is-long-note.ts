/** Letters in a line, about, UTF-16 units: in a card, and across a page. Nothing is measured, as most notes are out of sight. */
const LINE_UTF16 = { card: 44, page: 110 } as const;

/** How wide a note is set. */
export type NoteWidth = keyof typeof LINE_UTF16;

/** A note of more lines is folded. Two more than stay in sight: nobody unfolds a single line. */
const MOST_LINES = 8;

/** True when a note takes so many lines in a list that only its beginning is shown at first. */
export function isLongNote(text: string, width: NoteWidth): boolean {
  const line = LINE_UTF16[width];
  if (text.length > MOST_LINES * line) return true;
  const lines = text.split('\n').map(({ length }) => Math.max(1, Math.ceil(length / line)));
  return lines.reduce((sum, count) => sum + count, 0) > MOST_LINES;
}
