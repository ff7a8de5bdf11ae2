import { chmodSync } from 'node:fs';

/**
 * Makes the data folder accessible to its owner only, even if it existed before, because Chromium creates files in it
 * with the default permissions. Windows manages permissions differently.
 */
export function closeToOthers(folder: string, platform: NodeJS.Platform = process.platform): void {
  if (platform === 'win32') return;
  try {
    chmodSync(folder, 0o700);
  } catch {
    // The folder belongs to somebody else, or the disk has no permissions; the store reports it when it cannot write.
  }
}
