import { accessSync, constants } from 'node:fs';

/** What the system answers where nothing may be written: a disk mounted for reading, or a folder of somebody else. */
const REFUSALS: ReadonlySet<unknown> = new Set(['EROFS', 'EACCES', 'EPERM']);

/** Whether the system lets nothing be written in a folder; false where there is none yet. */
export function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch (error) {
    return REFUSALS.has((error as NodeJS.ErrnoException).code);
  }
}
