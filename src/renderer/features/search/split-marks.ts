interface Mark {
  readonly start: number;
  readonly end: number;
}

export interface MarkedPiece {
  readonly text: string;
  readonly start: number;
  readonly marked: boolean;
}

/** Splits a text at its matches. The pieces, joined, are exactly the text, and overlapping matches become one. */
export function splitMarks(text: string, marks: readonly Mark[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const push = (start: number, end: number, marked: boolean): void => {
    const piece = { text: text.slice(start, end), start, marked };
    if (piece.text !== '') pieces.push(piece);
  };
  let done = 0;
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    push(done, Math.max(start, done), false);
    push(Math.max(start, done), end, true);
    done = end;
  }
  push(done, text.length, false);
  return pieces;
}
