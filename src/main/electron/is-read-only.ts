import { accessSync, constants } from 'node:fs';

/** Error codes of a folder that cannot be written: on a read-only disk, or owned by somebody else. */
const REFUSALS: ReadonlySet<unknown> = new Set(['EROFS', 'EACCES', 'EPERM']);

/** True when the system permits no writing in the folder; false when the folder does not exist yet. */
export function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch (error) {
    return REFUSALS.has((error as NodeJS.ErrnoException).code);
  }
}
