import type { ImportedBlock } from './document.ts';
import { MAX_BLOCK_UTF16 } from '#shared/domain/limits.ts';

/** Longest letter with its marks that is not cut, UTF-16 code units. */
const MAX_LETTER_UTF16 = 64;

/** Cuts a block that is longer than a window can lay out: at the end of a sentence, a word, or else a letter. */
export function splitLongBlock({ kind, text }: ImportedBlock): ImportedBlock[] {
  const blocks: ImportedBlock[] = [];
  let rest = text;
  while (rest.length > MAX_BLOCK_UTF16) {
    const end = endOfPiece(rest);
    blocks.push({ kind, text: rest.slice(0, end).trimEnd() });
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') blocks.push({ kind, text: rest });
  return blocks;
}

function endOfPiece(text: string): number {
  const window = text.slice(0, MAX_BLOCK_UTF16);
  const sentence = Math.max(...['. ', '؟ ', '! ', '؛ '].map((end) => window.lastIndexOf(end)));
  if (sentence > MAX_BLOCK_UTF16 / 2) return sentence + 1;
  const word = window.lastIndexOf(' ');
  if (word > MAX_BLOCK_UTF16 / 2) return word;
  // No space: not between a letter and its marks, nor inside a pair.
  let end = MAX_BLOCK_UTF16;
  while (
    end > MAX_BLOCK_UTF16 - MAX_LETTER_UTF16 &&
    /^[\p{M}\uDC00-\uDFFF\u200D]/u.test(text.slice(end, end + 1))
  )
    end -= 1;
  return end;
}
