import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSmallJson, writeSmallJson } from './small-json.ts';

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

it('writes a file in a new folder, and nothing beside it', () => {
  const inNew = join(folder, 'new', 'window.json');

  writeSmallJson(inNew, { width: 900 });

  expect(readSmallJson(inNew, 100)).toEqual({ width: 900 });
  expect(readdirSync(join(folder, 'new'))).toEqual(['window.json']);
});

it('leaves no unfinished file when a folder has the name of the file', () => {
  mkdirSync(path());

  writeSmallJson(path(), { width: 900 });

  expect(readdirSync(folder)).toEqual(['window.json']);
});

it('writes nothing below a file', () => {
  writeFileSync(path(), '{}');

  writeSmallJson(join(path(), 'dialogs.json'), {});

  expect(readdirSync(folder)).toEqual(['window.json']);
});
