import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closeToOthers } from './close-to-others.ts';

it.skipIf(process.platform === 'win32')('a folder that others could open becomes private', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-rights-'));
  chmodSync(folder, 0o755);

  closeToOthers(folder);

  expect(statSync(folder).mode & 0o777).toBe(0o700);
  rmSync(folder, { recursive: true });
});

it('a folder on Windows keeps its permissions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-rights-'));
  chmodSync(folder, 0o755);
  const { mode } = statSync(folder);

  closeToOthers(folder, 'win32');

  expect(statSync(folder).mode).toBe(mode);
  rmSync(folder, { recursive: true });
});

it('a missing folder causes no error', () => {
  expect(() => closeToOthers(join(tmpdir(), 'hashiya-not-there'))).not.toThrow();
});
