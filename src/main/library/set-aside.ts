import { join } from 'node:path';
import type { FileSystem } from '../store/file-system.ts';

/** Moves a folder that cannot be read to the quarantine. When the disk refuses it stays where it is. */
export function setAside(
  fs: FileSystem,
  { into, folder, name, now }: { into: string; folder: string; name: string; now: Date },
): void {
  try {
    fs.makeFolder(into);
    const target = join(into, `${now.getTime()}-${name}`);
    // Two at the same moment: the second one stays until the next start.
    if (fs.exists(target)) return;
    fs.rename(folder, target);
    fs.syncFolder(into);
  } catch {
    // Nothing is written over it; the next start meets it again.
  }
}
