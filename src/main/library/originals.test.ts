import * as node from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeFileSystem } from '../disk/node-file-system.ts';
import { sha256InTurns } from '../disk/checksum.ts';
import { createOriginals } from './originals.ts';

let dataFolder = '';
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'hashiya-originals-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

/** A Windows file system on which a virus scanner blocks the first `times` attempts to rename a new file. */
function scannedWindows(times: number, code: string) {
  let left = times;
  return createNodeFileSystem('win32', {
    ...node,
    renameSync: (from, to) => {
      left -= 1;
      if (left >= 0) throw Object.assign(new Error(code), { code });
      node.renameSync(from, to);
    },
  });
}

describe('an original', () => {
  it.each([
    [1, 'EPERM'],
    [4, 'EBUSY'],
    [6, 'EACCES'],
  ])('is kept when its name is refused %i times with %s', async (times, code) => {
    const bytes = Buffer.from('أصل الملف');
    const sha256 = await sha256InTurns(bytes);
    const originals = createOriginals(dataFolder, scannedWindows(times, code));

    await originals.keep(sha256, { bytes, name: 'أصل.txt' });

    expect(Buffer.from(await originals.read(sha256))).toEqual(bytes);
    expect(node.readdirSync(join(dataFolder, 'library', 'originals'))).toEqual([sha256]);
  });

  it('is kept although its name cannot be', async () => {
    const bytes = Buffer.from('أصل الملف');
    const sha256 = await sha256InTurns(bytes);
    const originals = createOriginals(dataFolder, createNodeFileSystem());
    node.mkdirSync(join(dataFolder, 'library'));
    node.writeFileSync(join(dataFolder, 'library', 'original-names'), 'no folder');

    await originals.keep(sha256, { bytes, name: 'أصل.txt' });

    expect(Buffer.from(await originals.read(sha256))).toEqual(bytes);
    expect(originals.nameOf(sha256)).toBeNull();
  });

  it('that is refused for good causes an error and leaves no partial file', async () => {
    const bytes = Buffer.from('أصل الملف');
    const originals = createOriginals(dataFolder, scannedWindows(1000, 'EPERM'));

    const kept = originals.keep(await sha256InTurns(bytes), { bytes, name: 'أصل.txt' });

    await expect(kept).rejects.toMatchObject({ code: 'EPERM' });
    expect(node.readdirSync(join(dataFolder, 'library', 'originals'))).toEqual([]);
  });
});
