import { rm } from 'node:fs/promises';

/** Removes a folder in which the last processes of a quitting app may still write. */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
