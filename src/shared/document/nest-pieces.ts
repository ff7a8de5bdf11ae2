/** A range of a block's text with what sets it apart, UTF-16 units. */
export interface SetRange<Setting> {
  readonly start: number;
  readonly end: number;
  readonly setting: Setting;
}

/** A stretch of a block's text; without a setting it is plain words and has no parts. */
export interface NestedPart<Setting> {
  readonly start: number;
  readonly end: number;
  readonly setting: Setting | null;
  readonly parts: NestedPart<Setting>[];
}

/** A piece of text between two edges, with the ranges that cover it, the outermost first. */
interface CoveredPiece<Setting> {
  readonly start: number;
  readonly end: number;
  readonly inline: readonly SetRange<Setting>[];
}

/**
 * Arranges pieces as a tree. Parts are opened and closed from piece to piece, so that a part with several pieces is one
 * part. The plain parts, joined, are exactly the text of the pieces.
 *
 * @param from  where the first piece is cut off, UTF-16 units
 */
export function nestPieces<Setting>(
  pieces: readonly CoveredPiece<Setting>[],
  from: number,
): NestedPart<Setting>[] {
  const roots: NestedPart<Setting>[] = [];
  const open: { readonly range: SetRange<Setting>; readonly part: NestedPart<Setting> }[] = [];
  for (const piece of pieces) {
    const start = Math.max(piece.start, from);
    const kept = open.findIndex(({ range }, index) => piece.inline[index] !== range);
    if (kept !== -1) open.length = kept;
    for (const range of piece.inline.slice(open.length)) {
      const part = { start, end: range.end, setting: range.setting, parts: [] };
      (open.at(-1)?.part.parts ?? roots).push(part);
      open.push({ range, part });
    }
    const words = { start, end: piece.end, setting: null, parts: [] };
    (open.at(-1)?.part.parts ?? roots).push(words);
  }
  return roots;
}
