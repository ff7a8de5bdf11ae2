/** Letters in a line of a card, about; nothing is measured, as most cards are out of sight. UTF-16 units. */
const LINE_UTF16 = 44;

/** A note of more lines is folded. Two more than stay in sight: nobody unfolds a single line. */
const MOST_LINES = 8;

/** True when a note takes so many lines in a list that only its beginning is shown at first. */
export function isLongNote(text: string): boolean {
  if (text.length > MOST_LINES * LINE_UTF16) return true;
  const lines = text.split('\n').map(({ length }) => Math.max(1, Math.ceil(length / LINE_UTF16)));
  return lines.reduce((sum, count) => sum + count, 0) > MOST_LINES;
}
