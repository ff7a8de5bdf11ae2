/** Waits for the picture of the first window, which the app writes when nobody can see its screen. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheDir } from './paths.mjs';

export const firstWindowPath = join(cacheDir, 'first-window.png');

/** The name and checksum of the chunk that ends every PNG; without it the app is still writing. */
const PNG_END = Buffer.from('IEND\xae\x42\x60\x82', 'latin1');

const POLL_MS = 50;

/** Removes an old picture, so that it is not mistaken for the new one. */
export function clearPicture(path) {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
}

/** @returns whether the complete picture was there before the time was up or `signal` was given */
export async function waitForPicture(path, { timeoutMs, signal }) {
  const endMs = performance.now() + timeoutMs;
  while (!signal.aborted && performance.now() < endMs) {
    if (isWholePicture(path)) return true;
    await wait(POLL_MS);
  }
  return isWholePicture(path);
}

export function isWholePicture(path) {
  return existsSync(path) && readFileSync(path).subarray(-PNG_END.length).equals(PNG_END);
}
