import type { ImportedBlock } from './document.ts';
import { MAX_BLOCK_UTF16 } from '#shared/domain/limits.ts';

/** Longest letter with marks that is never split, UTF-16 units. */
const MAX_LETTER_UTF16 = 64;

/** Splits a block that is too long to lay out: after a sentence, else after a word, else after a letter. */
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
  // Without a space the text is split neither between a letter and its marks nor inside a surrogate pair.
  let end = MAX_BLOCK_UTF16;
  while (
    end > MAX_BLOCK_UTF16 - MAX_LETTER_UTF16 &&
    /^[\p{M}\uDC00-\uDFFF\u200D]/u.test(text.slice(end, end + 1))
  )
    end -= 1;
  return end;
}
