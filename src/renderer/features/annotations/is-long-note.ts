/**
 * About how many UTF-16 units fit in a line of a card and of a page. They are estimates, because most notes are out
 * of sight and cannot be measured.
 */
const LINE_UTF16 = { card: 44, page: 110 } as const;

/** Where a note is shown, which decides the width of its lines. */
export type NoteWidth = keyof typeof LINE_UTF16;

/**
 * A note with more lines than this is folded. It is two more than the lines that stay visible, because nobody wants
 * to unfold a single line.
 */
const MOST_LINES = 8;

/** True when a note is so long that a list shows only its beginning at first. */
export function isLongNote(text: string, width: NoteWidth): boolean {
  const line = LINE_UTF16[width];
  if (text.length > MOST_LINES * line) return true;
  const lines = text.split('\n').map(({ length }) => Math.max(1, Math.ceil(length / line)));
  return lines.reduce((sum, count) => sum + count, 0) > MOST_LINES;
}
