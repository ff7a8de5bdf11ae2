import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeFileSystem } from '../disk/node-file-system.ts';
import { openMarksStore } from './open-store.ts';
import { marksFileName } from './paths.ts';
import { readProcessTable } from './process-table.ts';
import { FIRST, createInlineCompactor, notesOf, putAnnotation } from './testing/in-memory-store.ts';

// electron-store asks for Electron's path when it is loaded, but this test never uses the path.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/';
const { writeElectronStoreFile } = await import('./electron-store-file.ts');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open() {
  const fs = createNodeFileSystem();
  return openMarksStore({
    folder,
    fs,
    compactor: createInlineCompactor(fs, writeElectronStoreFile),
    processes: readProcessTable(),
    now: () => new Date(),
  });
}

describe('the store on a real disk, with electron-store', () => {
  it('writes, compacts and reads files that only their owner may open', async () => {
    const store = open();
    store.change(FIRST, [putAnnotation(FIRST, 1, '__proto__ "مقتبس" \u2028 \ud800')]);

    const report = await store.compact();
    await store.close();

    expect(report?.failures).toEqual([]);
    const again = open();
    expect(Object.values(notesOf(again.read(FIRST)))).toEqual(['__proto__ "مقتبس" \u2028 \ud800']);
    expect(again.notices().filter(({ code }) => code !== 'store/low-space')).toEqual([]);
    await again.close();
    const name = `${marksFileName(FIRST)}.json`;
    expect(readdirSync(join(folder, 'marks'))).toEqual([name, `${name}.bak`]);
    expect(readdirSync(join(folder, 'next'))).toEqual([]);
    if (process.platform !== 'win32')
      expect(statSync(join(folder, 'marks', name)).mode & 0o777).toBe(0o600);
  });

  it('is not stopped by files that an earlier electron-store left', async () => {
    const store = open();
    store.change(FIRST, [putAnnotation(FIRST, 1)]);
    await store.compact();
    writeFileSync(join(folder, 'next', `${marksFileName(FIRST)}.json`), '{"cut');
    store.change(FIRST, [putAnnotation(FIRST, 2)]);

    const report = await store.compact();

    expect(report?.failures).toEqual([]);
    await store.close();
  });

  it('lets a second process only read', async () => {
    const store = open();
    store.change(FIRST, [putAnnotation(FIRST, 1)]);

    const second = open();

    expect(second.change(FIRST, [putAnnotation(FIRST, 2)])).toMatchObject({
      error: { params: { reason: 'locked' } },
    });
    await store.close();
    expect(open().change(FIRST, [putAnnotation(FIRST, 2)]).ok).toBe(true);
  });
});
