import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeFileSystem } from '../disk/node-file-system.ts';
import { writeFile } from './files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BYTES = Buffer.from('تصدير');

describe('a file in a folder of the reader', () => {
  it('does not touch any other file, even one that looks like its part', () => {
    writeFileSync(join(folder, 'a.md.part'), 'half a download');
    writeFileSync(join(folder, 'a.md.tmp'), 'a draft');

    expect(writeFile(createNodeFileSystem(), join(folder, 'a.md'), BYTES).ok).toBe(true);

    expect(readdirSync(folder)).toEqual(['a.md', 'a.md.part', 'a.md.tmp']);
    expect(readFileSync(join(folder, 'a.md.part'), 'utf8')).toBe('half a download');
  });

  it('removes its incomplete part when the disk is full, and nothing else', () => {
    const fs = { ...createNodeFileSystem(), write: () => 0 };
    writeFileSync(join(folder, 'a.md'), 'the one before');

    expect(writeFile(fs, join(folder, 'a.md'), BYTES)).toMatchObject({
      ok: false,
      error: { params: { reason: 'disk-full' } },
    });
    expect(readdirSync(folder)).toEqual(['a.md']);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('the one before');
  });

  it('removes nothing when it cannot begin because the name is taken', () => {
    const disk = createNodeFileSystem();
    let wanted = '';
    const create = (path: string): number => {
      wanted = path;
      writeFileSync(path, 'somebody was quicker');
      return disk.create(path);
    };

    expect(writeFile({ ...disk, create }, join(folder, 'a.md'), BYTES).ok).toBe(false);

    expect(readFileSync(wanted, 'utf8')).toBe('somebody was quicker');
  });

  it('may have the longest name that the disk accepts, in Arabic letters', () => {
    const name = `${'ح'.repeat(126)}.md`;
    expect(Buffer.byteLength(name)).toBe(255);

    expect(writeFile(createNodeFileSystem(), join(folder, name), BYTES).ok).toBe(true);

    expect(readdirSync(folder)).toEqual([name]);
  });
});
