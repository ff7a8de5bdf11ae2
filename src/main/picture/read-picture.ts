import type { ASSET_TYPES, PICTURE_FAULTS } from '#shared/domain/choices.ts';
import { MAX_ASSET_BYTES, MAX_ASSET_PIXELS } from '#shared/domain/limits.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { isAvif, sizeOfAvif } from './avif.ts';
import { HeaderBytes, type PictureSize } from './bytes.ts';
import { sizeOfBmp, sizeOfGif, sizeOfJpeg, sizeOfPng, sizeOfWebp } from './raster.ts';
import { readSvg } from './safe-svg.ts';

/** Largest drawing, bytes. All of its text is judged, at the import and whenever it is shown. */
const MAX_SVG_BYTES = 1_000_000;

/** What the header of a picture says. */
export interface PictureFacts extends PictureSize {
  readonly type: (typeof ASSET_TYPES)[number];
}

/** Why a picture is not shown. */
export type PictureFault = (typeof PICTURE_FAULTS)[number];

interface RasterType {
  readonly type: PictureFacts['type'];
  readonly isIt: (bytes: HeaderBytes) => boolean;
  readonly sizeOf: (bytes: HeaderBytes) => PictureSize | null;
}

const RASTER_TYPES: readonly RasterType[] = [
  {
    type: 'image/png',
    isIt: (bytes) => bytes.letters(0, 8) === '\u0089PNG\r\n\u001A\n',
    sizeOf: sizeOfPng,
  },
  {
    type: 'image/jpeg',
    isIt: (bytes) => bytes.letters(0, 3) === '\u00FF\u00D8\u00FF',
    sizeOf: sizeOfJpeg,
  },
  {
    type: 'image/gif',
    isIt: (bytes) => /^GIF8[79]a$/u.test(bytes.letters(0, 6)),
    sizeOf: sizeOfGif,
  },
  {
    type: 'image/webp',
    isIt: (bytes) => bytes.letters(0, 4) === 'RIFF' && bytes.letters(8, 4) === 'WEBP',
    sizeOf: sizeOfWebp,
  },
  { type: 'image/avif', isIt: isAvif, sizeOf: sizeOfAvif },
  {
    type: 'image/bmp',
    isIt: (bytes) => bytes.letters(0, 2) === 'BM' && bytes.u32(6, true) === 0,
    sizeOf: sizeOfBmp,
  },
];

/**
 * Reads what a picture says about itself, and checks it against the limits. The type is that of its bytes, whatever its
 * name says. Nothing is decoded.
 */
export function readPicture(bytes: Uint8Array): Result<PictureFacts, { code: PictureFault }> {
  if (bytes.length > MAX_ASSET_BYTES) return fail({ code: 'too-large' });
  const header = new HeaderBytes(bytes);
  const raster = RASTER_TYPES.find(({ isIt }) => isIt(header));
  if (raster) return withinLimits(raster.type, raster.sizeOf(header));
  const svg = readSvg(bytes.subarray(0, MAX_SVG_BYTES));
  if (svg === null) return fail({ code: 'not-a-picture' });
  if (bytes.length > MAX_SVG_BYTES) return fail({ code: 'too-large' });
  return svg === 'unsafe' ? fail({ code: 'unsafe' }) : withinLimits('image/svg+xml', svg);
}

function withinLimits(
  type: PictureFacts['type'],
  size: PictureSize | null,
): ReturnType<typeof readPicture> {
  if (size === null || !(size.width > 0 && size.height > 0)) return fail({ code: 'not-a-picture' });
  if (size.width * size.height > MAX_ASSET_PIXELS) return fail({ code: 'too-many-pixels' });
  return succeed({ type, ...size });
}
