import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import * as node from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalReason, writeAll, writeSafely } from './file-system.ts';
import { createNodeFileSystem } from './node-file-system.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-fs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const broken = (code: string): Error => Object.assign(new Error(code), { code });

const openSync = (): never => {
  throw broken('EISDIR');
};

describe('the disk', () => {
  it('writes files and folders for their owner only', () => {
    const fs = createNodeFileSystem();
    fs.makeFolder(join(folder, 'inside'));
    const path = join(folder, 'inside', 'file');
    const file = fs.create(path);
    writeAll(fs, file, Buffer.from('نص'));
    fs.sync(file);
    fs.close(file);
    fs.syncFolder(join(folder, 'inside'));

    expect(readFileSync(path, 'utf8')).toBe('نص');
    if (process.platform !== 'win32') {
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(statSync(join(folder, 'inside')).mode & 0o777).toBe(0o700);
    }
  });

  it('lists a missing folder as empty, but not a link that leads nowhere', () => {
    const fs = createNodeFileSystem();
    node.symlinkSync(join(folder, 'nowhere'), join(folder, 'link'), 'junction');

    expect(fs.list(join(folder, 'nowhere'))).toEqual([]);
    expect(() => fs.list(join(folder, 'link'))).toThrow('ENOENT');
  });

  it('reads a file in pieces, to its end or only the first', () => {
    const fs = createNodeFileSystem();
    const path = join(folder, 'file');
    node.writeFileSync(path, 'abcdefgh');
    const texts = (size: number) =>
      [...fs.pieces(path, size)].map((piece) => Buffer.from(piece).length);

    expect([texts(3), texts(4), texts(99)]).toEqual([[3, 3, 2], [4, 4], [8]]);
    for (const piece of fs.pieces(path, 3)) {
      expect(Buffer.from(piece).toString('utf8')).toBe('abc');
      break;
    }
    expect(() => [...fs.pieces(join(folder, 'nowhere'), 3)]).toThrow('ENOENT');
  });

  it('replaces a file only by complete bytes', () => {
    const fs = createNodeFileSystem();
    const path = join(folder, 'file');
    const temporary = join(folder, 'next');
    writeSafely(fs, { path, temporary, bytes: Buffer.from('old') });
    const cutting = { ...fs, write: () => 0 };

    expect(() => writeSafely(cutting, { path, temporary, bytes: Buffer.from('new') })).toThrow();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(fs.exists(temporary)).toBe(false);
  });

  it('tries again on Windows while a virus scanner holds the file', () => {
    let refusals = 3;
    const renameSync: typeof node.renameSync = (from, to) => {
      if (refusals-- > 0) throw broken('EBUSY');
      node.renameSync(from, to);
    };
    node.writeFileSync(join(folder, 'a'), '');

    createNodeFileSystem('win32', { ...node, renameSync }).rename(
      join(folder, 'a'),
      join(folder, 'b'),
    );

    expect(node.existsSync(join(folder, 'b'))).toBe(true);
  });

  it('does not try again on other systems or for other failures', () => {
    let calls = 0;
    const renameSync = (): void => {
      calls++;
      throw broken('EBUSY');
    };
    const failing = (): void => {
      calls++;
      throw broken('EXDEV');
    };

    expect(() => createNodeFileSystem('linux', { ...node, renameSync }).rename('a', 'b')).toThrow(
      'EBUSY',
    );
    expect(() =>
      createNodeFileSystem('win32', { ...node, renameSync: failing }).rename('a', 'b'),
    ).toThrow('EXDEV');
    expect(calls).toBe(2);
  });

  it('does not sync folders on Windows, which cannot', () => {
    expect(() =>
      createNodeFileSystem('win32', { ...node, openSync }).syncFolder(folder),
    ).not.toThrow();
    expect(() => createNodeFileSystem('linux', { ...node, openSync }).syncFolder(folder)).toThrow(
      'EISDIR',
    );
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EIO', 'other'],
  ])('reports %s as %s', (code, reason) => {
    expect(refusalReason(broken(code))).toBe(reason);
  });
});
