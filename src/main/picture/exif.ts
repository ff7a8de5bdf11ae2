import type { HeaderBytes } from './bytes.ts';

const ORIENTATION = 0x0112;
/** Most fields that are looked at; a camera writes about a dozen. */
const MAX_FIELDS = 100;

/** Tells whether Exif data says that a photograph is shown with its sides exchanged. @param at  start of the data */
export function isTurned(bytes: HeaderBytes, at: number): boolean {
  if (bytes.letters(at, 6) !== 'Exif\0\0') return false;
  const start = at + 6;
  const isLittle = bytes.letters(start, 2) === 'II';
  const directory = start + bytes.u32(start + 4, isLittle);
  const count = Math.min(bytes.u16(directory, isLittle), MAX_FIELDS);
  for (let index = 0; index < count; index += 1) {
    const field = directory + 2 + 12 * index;
    if (bytes.u16(field, isLittle) === ORIENTATION) return bytes.u16(field + 8, isLittle) >= 5;
  }
  return false;
}
