import type { HeaderBytes, PictureSize } from './bytes.ts';
import { isTurned } from './exif.ts';

/** Reads the size of a PNG; `null` when its first chunk is not its header (RFC 2083). */
export function sizeOfPng(bytes: HeaderBytes): PictureSize | null {
  if (bytes.letters(12, 4) !== 'IHDR' || bytes.length < 33) return null;
  return { width: bytes.u32(16), height: bytes.u32(20) };
}

/** Reads the size of a GIF: the screen, or its first frame when that is larger, as a browser shows it. */
export function sizeOfGif(bytes: HeaderBytes): PictureSize | null {
  const screen = { width: bytes.u16(6, true), height: bytes.u16(8, true) };
  const frame = firstFrame(bytes);
  if (frame === null) return null;
  return {
    width: Math.max(screen.width, frame.width),
    height: Math.max(screen.height, frame.height),
  };
}

const GIF_EXTENSION = 0x21;
const GIF_FRAME = 0x2c;

function firstFrame(bytes: HeaderBytes): PictureSize | null {
  const flags = bytes.u8(10);
  let at = 13 + colours(flags);
  while (bytes.u8(at) === GIF_EXTENSION) {
    at += 2;
    // An extension is a row of blocks; an empty one ends it.
    for (let size = bytes.u8(at); size > 0; size = bytes.u8(at)) at += size + 1;
    at += 1;
  }
  if (bytes.u8(at) !== GIF_FRAME || at + 10 > bytes.length) return null;
  return {
    width: bytes.u16(at + 1, true) + bytes.u16(at + 5, true),
    height: bytes.u16(at + 3, true) + bytes.u16(at + 7, true),
  };
}

/** The bytes of the table of colours that the flags announce. */
const colours = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Reads the size of a BMP. A negative height means that its lines go from top to bottom. */
export function sizeOfBmp(bytes: HeaderBytes): PictureSize | null {
  const header = bytes.u32(14, true);
  if (header === 12) return { width: bytes.u16(18, true), height: bytes.u16(20, true) };
  if (header < 40 || bytes.length < 54) return null;
  return { width: bytes.i32Little(18), height: Math.abs(bytes.i32Little(22)) };
}

/** Reads the size of a WebP from its first chunk, which is the canvas or the only picture (RFC 9649). */
export function sizeOfWebp(bytes: HeaderBytes): PictureSize | null {
  if (bytes.length < 30) return null;
  switch (bytes.letters(12, 4)) {
    case 'VP8X':
      return { width: bytes.u24Little(24) + 1, height: bytes.u24Little(27) + 1 };
    case 'VP8L': {
      const packed = bytes.u32(21, true);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      if (bytes.letters(23, 3) !== '\u009D\u0001\u002A') return null;
      return { width: bytes.u16(26, true) & 0x3fff, height: bytes.u16(28, true) & 0x3fff };
    default:
      return null;
  }
}

const JPEG_MARKER = 0xff;
/** Markers without a length: fillers, restarts and the start of the picture. */
const JPEG_BARE = /^(?:ff|01|d[0-8])$/u;
/** Frames; the gaps are tables and other parts (ITU T.81, table B.1). */
const JPEG_FRAME = /^c(?:[0-35-7]|[9ab]|[d-f])$/u;
/** The end of the picture, and the beginning of its data, before which a frame must stand. */
const JPEG_END = /^d[9a]$/u;

/** Reads the size of a JPEG from its frame, turned as the camera says. */
export function sizeOfJpeg(bytes: HeaderBytes): PictureSize | null {
  let turned = false;
  let at = 2;
  while (at + 4 <= bytes.length && bytes.u8(at) === JPEG_MARKER) {
    const marker = bytes
      .u8(at + 1)
      .toString(16)
      .padStart(2, '0');
    if (JPEG_BARE.test(marker)) {
      at += marker === 'ff' ? 1 : 2;
      continue;
    }
    if (JPEG_END.test(marker)) return null;
    if (JPEG_FRAME.test(marker)) {
      if (at + 9 > bytes.length) return null;
      const [height, width] = [bytes.u16(at + 5), bytes.u16(at + 7)];
      return turned ? { width: height, height: width } : { width, height };
    }
    if (marker === 'e1') turned ||= isTurned(bytes, at + 4);
    at += 2 + Math.max(bytes.u16(at + 2), 2);
  }
  return null;
}
