import { MAX_ASSETS_BYTES } from '#shared/domain/limits.ts';
import { type PictureFault, readPicture } from '../../picture/read-picture.ts';
import type { PictureSource } from '../document.ts';
import { type ImportAnswer, PICTURE_PIECE_BYTES } from './protocol.ts';

export interface Listeners {
  readonly answer: (message: ImportAnswer) => void;
  /** Receives an exception. */
  readonly report: (bug: unknown) => void;
}

/** Sends the pictures that may be shown. The other end checks them again, but bytes that are none do not leave here. */
export function sendPictures(
  id: number,
  pictures: readonly PictureSource[],
  { answer, report }: Listeners,
): void {
  let sizeBytes = 0;
  for (const source of pictures) {
    const bytes = read(source, report);
    const fault = typeof bytes === 'string' ? bytes : faultOf(bytes);
    if (typeof bytes !== 'string') sizeBytes += bytes.length;
    if (typeof bytes === 'string' || fault !== null)
      answer({ id, fault: fault ?? 'not-a-picture' });
    else if (sizeBytes > MAX_ASSETS_BYTES) answer({ id, fault: 'too-many' });
    else sendPicture(id, bytes, answer);
  }
}

function sendPicture(id: number, bytes: Uint8Array, answer: Listeners['answer']): void {
  for (let at = 0; at < bytes.length; at += PICTURE_PIECE_BYTES) {
    const end = at + PICTURE_PIECE_BYTES;
    // Each piece is copied, because a view would send the whole file every time.
    answer({ id, piece: new Uint8Array(bytes.subarray(at, end)), ends: end >= bytes.length });
  }
}

/** A bug in reading one picture costs only this picture. */
function read(source: PictureSource, report: Listeners['report']): ReturnType<PictureSource> {
  try {
    return source();
  } catch (bug) {
    report(bug);
    return 'not-a-picture';
  }
}

function faultOf(bytes: Uint8Array): PictureFault | null {
  const known = readPicture(bytes);
  return known.ok ? null : known.error.code;
}
