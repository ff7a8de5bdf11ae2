import { lengthWithout } from '#shared/domain/text.ts';

/** Names that Windows reserves for devices, with any ending. */
const DEVICE =
  /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\.|$)/i;

/** Longest name in bytes of UTF-8. It is below the 255 of most file systems, with room for "(1)". */
const MAX_NAME_BYTES = 200;

const LETTERS = new Intl.Segmenter('ar');

/**
 * Suggests a name for a new file that every system accepts: without separators, control or invisible characters, device
 * names, or dots and blanks at its ends. With its ending it has at most `MAX_NAME_BYTES`, cut between letters.
 *
 * @param fallback   the name for a title without any letter that a file name may have
 * @param extension  without the dot
 */
export function suggestFileName(title: string, fallback: string, extension: string): string {
  const visible = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, ' ')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/\s+/gu, ' ');
  const room = MAX_NAME_BYTES - Buffer.byteLength(`.${extension}`);
  const cut = trimEnds(cutBetweenLetters(trimEnds(visible), room));
  const name = cut === '' || /^[-.\s]+$/.test(cut) ? fallback : cut;
  return `${DEVICE.test(name) ? `${fallback}-${name}` : name}.${extension}`;
}

/** Removes dots at the start, which hide a file, and dots and blanks at the end, which Windows drops. */
const trimEnds = (name: string): string =>
  name.slice(0, lengthWithout(name, /[.\s]/u)).replace(/^[.\s-]+/u, '');

function cutBetweenLetters(name: string, roomBytes: number): string {
  let kept = '';
  let size = 0;
  for (const { segment } of LETTERS.segment(name)) {
    size += Buffer.byteLength(segment);
    if (size > roomBytes) break;
    kept += segment;
  }
  return kept;
}
