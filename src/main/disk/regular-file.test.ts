import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegularFile, readRegularFile } from './regular-file.ts';

let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-regular-'));
  writeFileSync(at('file'), 'نص');
  symlinkSync(at('file'), at('link'));
  if (process.platform !== 'win32') execFileSync('mkfifo', [at('pipe')]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STRANGE = [
  ['a link', () => at('link'), 'not-a-file'],
  ['a folder', () => folder, 'not-a-file'],
  ['nothing', () => at('nothing'), 'not-found'],
  ...(process.platform === 'win32'
    ? []
    : ([
        ['a pipe, which nobody writes to', () => at('pipe'), 'not-a-file'],
        ['a device without an end', () => '/dev/zero', 'not-a-file'],
      ] as const)),
] as const;

describe('a file from outside', () => {
  it('is read whole, or in pieces', async () => {
    const whole = await readRegularFile(at('file'), 100);
    const opened = openRegularFile(at('file'));
    if (!opened.ok || !whole.ok) throw new Error('not read');
    const bytes = new Uint8Array(2);

    expect(Buffer.from(whole.value).toString()).toBe('نص');
    expect(opened.value.sizeBytes).toBe(4);
    expect(opened.value.readAt(2, bytes)).toBe(2);
    expect(Buffer.from(bytes).toString()).toBe('ص');
    opened.value.close();
  });

  it.each(STRANGE)('is refused at once when it is %s', async (_what, path, code) => {
    const refused = { ok: false, error: { code } };

    expect(await readRegularFile(path(), 100)).toEqual(refused);
    expect(openRegularFile(path())).toEqual(refused);
  });

  it('uses no more memory than it has bytes', async () => {
    const before = process.memoryUsage().arrayBuffers;

    const read = await readRegularFile(at('file'), 2_000_000_000);

    expect(read.ok).toBe(true);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
    expect(await readRegularFile(at('file'), 3)).toEqual({
      ok: false,
      error: { code: 'too-large' },
    });
  });
});
