import { chmodSync } from 'node:fs';

/**
 * Lets nobody but its owner into the data folder, also where it was there before: Chromium makes files in it by the
 * rights of the system. Windows keeps rights otherwise.
 */
export function closeToOthers(folder: string, platform: NodeJS.Platform = process.platform): void {
  if (platform === 'win32') return;
  try {
    chmodSync(folder, 0o700);
  } catch {
    // Not ours, or a disk without rights: the store says so when it cannot write.
  }
}
