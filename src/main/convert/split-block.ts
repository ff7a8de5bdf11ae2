import { cutBlock } from '#shared/document/cut-block.ts';
import type { DraftBlock } from './document.ts';
import { MAX_BLOCK_UTF16 } from '#shared/domain/limits.ts';

/** Longest letter with marks that is never split, UTF-16 units. */
const MAX_LETTER_UTF16 = 64;

/** Splits a block that is too long to lay out: after a sentence, else after a word, else after a letter. */
export function splitLongBlock(block: DraftBlock): DraftBlock[] {
  const pieces: DraftBlock[] = [];
  const { text } = block;
  let start = 0;
  while (text.length - start > MAX_BLOCK_UTF16) {
    const end = start + endOfPiece(text.slice(start, start + MAX_BLOCK_UTF16 + 1));
    pieces.push(cutDraft(block, start, end - blanksAtEnd(text.slice(start, end))));
    start = end + blanksAtStart(text.slice(end, end + MAX_BLOCK_UTF16));
  }
  if (start < text.length) pieces.push(cutDraft(block, start, text.length));
  return pieces;
}

/** Cuts a block like `cutBlock`, with the places in it. Its names stay with the part that begins at 0. */
function cutDraft(block: DraftBlock, start: number, end: number): DraftBlock {
  const { anchors, leads = [], pages = [], ...whole } = block;
  const rest = start === 0 ? whole : withoutPicture(whole);
  const inside = leads.filter((lead) => lead.start < end && lead.end > start);
  const begun = pages.filter(({ at }) => at >= start && (at < end || end === block.text.length));
  return {
    ...cutBlock(rest, start, end),
    ...(anchors && start === 0 && { anchors }),
    ...(inside.length > 0 && {
      leads: inside.map((lead) => ({
        ...lead,
        start: Math.max(lead.start - start, 0),
        end: Math.min(lead.end, end) - start,
      })),
    }),
    ...(begun.length > 0 && { pages: begun.map(({ label, at }) => ({ label, at: at - start })) }),
  };
}

/** The rest of a caption that is too long is a text of its own. */
function withoutPicture({ figure, picture: _picture, ...block }: DraftBlock): DraftBlock {
  return figure ? { ...block, kind: 'paragraph' } : block;
}

const blanksAtEnd = (text: string): number => text.length - text.trimEnd().length;
const blanksAtStart = (text: string): number => text.length - text.trimStart().length;

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
