import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, rm, statfs, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A separate disk that is small enough to be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no byte free. Called again, it fills what has become free since. */
  fill(): Promise<void>;
  /** Removes the file that filled the disk. */
  clear(): Promise<void>;
  /** Forbids all writing, or allows it again. */
  setReadOnly(isReadOnly: boolean): void;
  remove(): Promise<void>;
}

const SIZE = '64m';

/** Only root on Linux may mount a disk. */
export const canMountDisk = (): boolean => process.getuid?.() === 0 && process.platform === 'linux';

export async function mountSmallDisk(): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  return {
    folder,
    async fill() {
      const { bavail, bsize } = await statfs(folder);
      // The disk may refuse the last bytes, but is full nevertheless.
      await appendFile(filler, Buffer.alloc(bavail * bsize, 1)).catch(() => undefined);
    },
    clear: () => truncate(filler, 0),
    setReadOnly(isReadOnly) {
      execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder]);
    },
    async remove() {
      execFileSync('umount', ['-l', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
