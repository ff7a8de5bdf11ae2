import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSmallJson } from './small-json.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-small-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, 'window.json');

it('reads a file, also through a link', () => {
  writeFileSync(join(folder, 'elsewhere'), '{"width":900}');
  symlinkSync(join(folder, 'elsewhere'), path());

  expect(readSmallJson(path(), 100)).toEqual({ width: 900 });
});

it.each([
  ['nothing', () => undefined],
  ['a folder', () => mkdirSync(path())],
  ['a damaged file', () => writeFileSync(path(), '{"width":')],
  ['a huge file', () => writeFileSync(path(), '[1]'.padEnd(101))],
  ['a link that leads nowhere', () => symlinkSync(join(folder, 'nowhere'), path())],
])('reads nothing from %s', (_what, put) => {
  put();

  expect(readSmallJson(path(), 100)).toBeNull();
});

it.skipIf(process.platform === 'win32')('does not wait for a pipe', () => {
  execFileSync('mkfifo', [path()]);

  expect(readSmallJson(path(), 100)).toBeNull();
});
