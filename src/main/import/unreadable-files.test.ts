import { chmod, mkdir, mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readRegularFile } from '../disk/regular-file.ts';
import { walk } from './walk.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hashiya-unreadable-'));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** Does some work as a user without special rights, because the administrator may read everything. */
async function asPlainUser<Value>(work: () => Promise<Value>): Promise<Value> {
  const isAdministrator = process.geteuid?.() === 0;
  if (isAdministrator) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isAdministrator) process.seteuid?.(0);
  }
}

async function codesOf(...roots: string[]): Promise<string[]> {
  const codes: string[] = [];
  for await (const file of walk(roots))
    codes.push(file.kind === 'refused' ? file.code : (file.path.split('/').at(-1) ?? ''));
  return codes;
}

describe.skipIf(process.platform === 'win32')('what the reader may not read', () => {
  it('is a file or a folder, and the message says which', async () => {
    const file = join(folder, 'a.txt');
    const closed = join(folder, 'closed');
    const inside = join(closed, 'b.txt');
    await writeFile(file, 'نص');
    await mkdir(closed);
    await writeFile(inside, 'نص');
    await chmod(file, 0);
    await chmod(closed, 0);

    expect(await asPlainUser(() => codesOf(closed, inside))).toEqual([
      'import/folder-not-readable',
      'import/not-readable',
    ]);
    expect(await asPlainUser(() => readRegularFile(file, 100))).toEqual({
      ok: false,
      error: { code: 'not-readable' },
    });
  });
});

describe('what has changed since it was chosen', () => {
  it('is not found when it, or its folder, is gone', async () => {
    const path = join(folder, 'in', 'a.txt');
    expect(await readRegularFile(path, 100)).toEqual({ ok: false, error: { code: 'not-found' } });
    await writeFile(join(folder, 'in'), 'a file has the name of the folder');

    expect(await codesOf(path)).toEqual(['import/not-found']);
    expect(await readRegularFile(path, 100)).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  it('is not taken for whole when it becomes shorter while it is read', async () => {
    const path = join(folder, 'a.txt');
    await writeFile(path, 'نص طويل');
    const probe = await open(path);
    const handles = Object.getPrototypeOf(probe) as typeof probe;
    await probe.close();
    const { stat } = handles;
    vi.spyOn(handles, 'stat').mockImplementation(async function cut(this: typeof probe) {
      const status = await stat.call(this);
      await truncate(path, 4);
      return status;
    });

    expect(await readRegularFile(path, 100)).toEqual({ ok: false, error: { code: 'disk-failed' } });
  });
});
