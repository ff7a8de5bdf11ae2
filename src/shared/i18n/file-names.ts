/** Latin letters and digits with the signs that file names put between them, from a letter, digit or dot on. */
const LATIN_RUN = /[\p{Script=Latin}\d.](?:[\p{Script=Latin}\d.\-_+~]*[\p{Script=Latin}\d])?/gu;

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
    if (index > done) pieces.push({ text: name.slice(done, index), latin: false });
    pieces.push({ text: run, latin: true });
    done = index + run.length;
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
