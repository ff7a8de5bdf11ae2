import type { TextPiece } from './lines.ts';

const MARKS = /^\p{M}+$/u;

/**
 * Attaches vowel signs that were drawn separately to their letters. The position of a sign helps little, because fonts
 * draw it beside the letter; its order does. A sign comes before its letter when the line is drawn from its left end, as
 * shaped text is, and after it in reading order.
 *
 * @param pieces  of one line, in the order of the file
 */
export function attachMarks(pieces: readonly TextPiece[]): TextPiece[] {
  const isFromLeft = drawnFromLeft(pieces.filter(({ text }) => !MARKS.test(text)));
  const attached: TextPiece[] = [];
  let waiting: TextPiece[] = [];
  for (const piece of pieces) {
    const last = attached.at(-1);
    if (!MARKS.test(piece.text)) {
      // Several signs of one letter are in reverse order as well.
      const marks = waiting.map(({ text }) => text).toReversed();
      attached.push({ ...piece, text: [piece.text, ...marks].join('') });
      waiting = [];
    } else if (isFromLeft || last === undefined) waiting.push(piece);
    else attached[attached.length - 1] = { ...last, text: last.text + piece.text };
  }
  // Signs without a letter belong to another line.
  return [...attached, ...waiting];
}

function drawnFromLeft(letters: readonly TextPiece[]): boolean {
  let rising = 0;
  letters.forEach(({ x }, at) => {
    const before = letters[at - 1]?.x ?? x;
    rising += Math.sign(x - before);
  });
  return rising > 0;
}
