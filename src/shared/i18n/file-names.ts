/** Latin letters and digits with the signs that file names contain between them. */
const LATIN_RUN = /[\p{Script=Latin}\d.\-_+~]+/gu;
const LETTER_OR_DIGIT = /[\p{Script=Latin}\d]/u;

/** Left-to-right isolate and pop directional isolate. */
const LRI = '\u2066';
const PDI = '\u2069';

/** A piece of a file name; `latin` pieces run from left to right, whatever stands beside them. */
export interface NamePiece {
  readonly text: string;
  readonly latin: boolean;
}

/**
 * Splits a file name where the direction of its letters changes. Beside Arabic, the end of a name would otherwise
 * move to the other side, as in «قصاصة 36.txt». Joined, the pieces are exactly the name.
 */
export function splitFileName(name: string): readonly NamePiece[] {
  const pieces: NamePiece[] = [];
  let writtenUpTo = 0;
  for (const { 0: run, index } of name.matchAll(LATIN_RUN)) {
    // Signs at either end of a run belong to both neighbours: the dot of «خبر.txt» separates two words in the
    // direction of the name. Only the dot at the start of a hidden file's name belongs to its Latin word.
    let start = index;
    let end = index + run.length;
    while (end > start && !LETTER_OR_DIGIT.test(name.charAt(end - 1))) end -= 1;
    const canBegin = (at: number) =>
      LETTER_OR_DIGIT.test(name.charAt(at)) || (at === 0 && name.startsWith('.'));
    while (start < end && !canBegin(start)) start += 1;
    if (start === end) continue;
    if (start > writtenUpTo) pieces.push({ text: name.slice(writtenUpTo, start), latin: false });
    pieces.push({ text: name.slice(start, end), latin: true });
    writtenUpTo = end;
  }
  if (writtenUpTo < name.length) pieces.push({ text: name.slice(writtenUpTo), latin: false });
  return pieces;
}

/** Returns a file name for use in a sentence, with invisible characters that preserve its order. */
export function isolateFileName(name: string): string {
  return splitFileName(name)
    .map(({ text, latin }) => (latin ? `${LRI}${text}${PDI}` : text))
    .join('');
}

/**
 * Returns the path of a folder for use in a sentence, with invisible characters around it. In an Arabic sentence its first
 * slash would otherwise stand at its end.
 */
export const isolatePath = (path: string): string => `${LRI}${path}${PDI}`;
