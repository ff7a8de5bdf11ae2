import type { HeaderBytes, PictureSize } from './bytes.ts';

/** Most boxes that are looked at in one box. */
const MAX_BOXES = 1000;

interface Box {
  readonly type: string;
  /** Where its content begins and ends, bytes. */
  readonly start: number;
  readonly end: number;
}

/** Recognises AVIF by the brands of its first box (ISO/IEC 23000-22). */
export function isAvif(bytes: HeaderBytes): boolean {
  if (bytes.letters(4, 4) !== 'ftyp') return false;
  const size = Math.min(bytes.u32(0), 256);
  for (let at = 8; at + 4 <= size; at += 4)
    if (at !== 12 && /^avi[fs]$/u.test(bytes.letters(at, 4))) return true;
  return false;
}

/** Reads the size of the largest picture in an AVIF, because thumbnails and tiles have sizes, too. */
export function sizeOfAvif(bytes: HeaderBytes): PictureSize | null {
  const whole = { type: '', start: 0, end: bytes.length };
  const meta = boxIn(bytes, whole, 'meta');
  // The box `meta` has a version and flags before its content.
  const properties = meta && boxIn(bytes, { ...meta, start: meta.start + 4 }, 'iprp');
  const container = properties && boxIn(bytes, properties, 'ipco');
  if (!container) return null;
  let size: PictureSize | null = null;
  let isTurned = false;
  for (const { type, start } of boxesIn(bytes, container)) {
    if (type === 'irot') isTurned = (bytes.u8(start) & 1) === 1;
    if (type !== 'ispe') continue;
    const [width, height] = [bytes.u32(start + 4), bytes.u32(start + 8)];
    if (size === null || width * height > size.width * size.height) size = { width, height };
  }
  return size && isTurned ? { width: size.height, height: size.width } : size;
}

function boxIn(bytes: HeaderBytes, parent: Box, wanted: string): Box | null {
  for (const box of boxesIn(bytes, parent)) if (box.type === wanted) return box;
  return null;
}

function* boxesIn(bytes: HeaderBytes, { start, end }: Box): Generator<Box> {
  let at = start;
  for (let count = 0; at + 8 <= end && count < MAX_BOXES; count += 1) {
    const size = bytes.u32(at);
    const next = size === 0 ? end : at + size;
    // A size of 1 announces a long one, which no header of a picture needs.
    if (next < at + 8 || next > end) return;
    yield { type: bytes.letters(at + 4, 4), start: at + 8, end: next };
    at = next;
  }
}
