/** Latin letters and digits with the signs that file names put between them. */
const LATIN_RUN = /[\p{Script=Latin}\d.\-_+~]+/gu;
const LETTER_OR_DIGIT = /[\p{Script=Latin}\d]/u;

/** Left-to-right isolate … pop directional isolate. */
const LRI = '\u2066';
const PDI = '\u2069';

/** A piece of a file's name; `latin` pieces are read from left to right, whatever stands beside them. */
export interface NamePiece {
  readonly text: string;
  readonly latin: boolean;
}

/**
 * Parts the name of a file where letters of another direction begin: beside Arabic the end of a name would otherwise
 * change places, «قصاصة 36.txt» and its like. The pieces, joined, are exactly the name.
 */
export function splitFileName(name: string): readonly NamePiece[] {
  const pieces: NamePiece[] = [];
  let done = 0;
  for (const { 0: run, index } of name.matchAll(LATIN_RUN)) {
    // Signs at either end of a run belong between their neighbours: the dot of «خبر.txt» stands between the two
    // words, in the direction of the name. Only the dot that begins a hidden file's name is part of its Latin word.
    let start = index;
    let end = index + run.length;
    while (end > start && !LETTER_OR_DIGIT.test(name.charAt(end - 1))) end -= 1;
    const mayBegin = (at: number) =>
      LETTER_OR_DIGIT.test(name.charAt(at)) || (at === 0 && name.startsWith('.'));
    while (start < end && !mayBegin(start)) start += 1;
    if (start === end) continue;
    if (start > done) pieces.push({ text: name.slice(done, start), latin: false });
    pieces.push({ text: name.slice(start, end), latin: true });
    done = end;
  }
  if (done < name.length) pieces.push({ text: name.slice(done), latin: false });
  return pieces;
}

/** The name of a file for a sentence, with invisible signs that keep its order. */
export function isolateFileName(name: string): string {
  return splitFileName(name)
    .map(({ text, latin }) => (latin ? `${LRI}${text}${PDI}` : text))
    .join('');
}
