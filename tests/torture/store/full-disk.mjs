/**
 * Writes to the store on a small disk with 0 to 200 KB free, in steps of 4 KB, and counts losses. It needs root and Linux
 * to mount a tmpfs, and says so otherwise. Larger steps make it shorter.
 *
 *   npm run torture:disk -- [--step 40960]
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, rmdirSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counts, run } from './follow-writer.mjs';
import { createBook, listLeftOvers } from './torture-book.mjs';
import { readOptions } from '../../../scripts/dev/options.mjs';

const { values } = readOptions('torture:disk', {
  step: { type: 'string', default: '4096', help: 'bytes by which the free space grows' },
});
const DISK_BYTES = 4_000_000;
const MOST_FREE_BYTES = 200_000;
const STEP_BYTES = Number(values.step);

/** Mounts the small disk; returns `null` if that is not allowed. */
function mountDisk() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
    return folder;
  } catch {
    rmdirSync(folder);
    return null;
  }
}

/** Fills the disk until about so many bytes are free. */
function leaveFree(disk, bytes) {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
}

const disk = mountDisk();
if (!disk) {
  console.log('SKIPPED: a nearly full disk needs Linux, root and the right to mount a tmpfs');
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
process.on('exit', () => {
  execFileSync('umount', [disk]);
  rmdirSync(disk);
  rmSync(library, { recursive: true, force: true });
});

// An existing library, whose files must not be cut.
const library = mkdtempSync(join(tmpdir(), 'hashiya-library-'));
const libraryBook = createBook();
await run(library, 'fill', libraryBook);
let trialsWithRefusals = 0;
let leftOverFiles = 0;
for (let free = 0; free <= MOST_FREE_BYTES; free += STEP_BYTES) {
  const folder = join(disk, 'data');
  cpSync(library, folder, { recursive: true });
  const book = libraryBook.copy();
  const refusedBefore = counts.refused;
  leaveFree(disk, free);
  await run(folder, 'fill', book);
  rmSync(join(disk, 'filler'));
  await run(folder, 'look', book);
  leftOverFiles += listLeftOvers(folder).length;
  rmSync(folder, { recursive: true });
  if (counts.refused > refusedBefore) trialsWithRefusals++;
}
const trials = Math.floor(MOST_FREE_BYTES / STEP_BYTES) + 1;
console.log(JSON.stringify({ trials, trialsWithRefusals, ...counts, leftOverFiles }, null, 2));
process.exitCode = counts.lost + counts.failedStarts + leftOverFiles > 0 ? 1 : 0;
