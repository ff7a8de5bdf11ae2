import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLibrary } from '../library/library.ts';
import { createFinderHere } from '../anchoring/finder.ts';
import { openOn } from '../store/testing/in-memory-store.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { createExchange } from './exchange.ts';

let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-jsonld-'));
  writeFileSync(at('empty.jsonld'), '{"type":"AnnotationPage","items":[]}');
  symlinkSync(at('empty.jsonld'), at('link.jsonld'));
  if (process.platform !== 'win32') execFileSync('mkfifo', [at('pipe.jsonld')]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(path: string) {
  const fs = createMemoryDisk();
  return createExchange({
    library: createLibrary([]),
    store: openOn(fs),
    finder: createFinderHere(),
    fs,
    dialogs: { chooseTarget: async () => null, chooseSource: async () => path },
    now: () => new Date(0),
    onReading: () => undefined,
    onChange: () => undefined,
  }).readImport();
}

it.each([
  ['an ordinary file', 'empty.jsonld', 'exchange/empty'],
  ['a link', 'link.jsonld', 'exchange/not-a-file'],
  ['a folder', '.', 'exchange/not-a-file'],
  ['nothing', 'nothing.jsonld', 'exchange/not-read'],
  ...(process.platform === 'win32' ? [] : [['a pipe', 'pipe.jsonld', 'exchange/not-a-file']]),
])('a file of marks that is %s is answered at once', async (_what, name = '', code = '') => {
  expect(await read(at(name))).toEqual({ ok: false, error: { code } });
});
