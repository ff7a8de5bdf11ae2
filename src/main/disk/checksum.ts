import { type Hash, createHash } from 'node:crypto';
import { nextTurn } from './turns.ts';

/** Hex digits of a short checksum. They hold 64 bits, so that damage cannot pass unnoticed by chance. */
export const SHORT_DIGITS = 16;

/** Bytes that are hashed in one turn of the event loop, which takes a few milliseconds. */
const PIECE_BYTES = 2 * 1024 * 1024;

/** Starts a SHA-256 of content that arrives in pieces. */
export const startSha256 = (): Hash => createHash('sha256');

/** Returns the SHA-256 of bytes, or of a text in UTF-8, as 64 hex digits. */
export function sha256(content: string | Uint8Array): string {
  const hash = startSha256();
  return (typeof content === 'string' ? hash.update(content, 'utf8') : hash.update(content)).digest(
    'hex',
  );
}

/** Returns the first `SHORT_DIGITS` hex digits of the SHA-256. */
export const shortSha256 = (content: string | Uint8Array): string =>
  sha256(content).slice(0, SHORT_DIGITS);

/** Returns the SHA-256 of many bytes. It takes turns, because a large file would block the process for seconds. */
export async function sha256InTurns(bytes: Uint8Array): Promise<string> {
  const hash = startSha256();
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    hash.update(bytes.subarray(at, at + PIECE_BYTES));
    if (at + PIECE_BYTES < bytes.length) await nextTurn();
  }
  return hash.digest('hex');
}
