import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Attempts as a script inside the process could make them; `TARGET` is a path that is not there. */
const ATTEMPTS = {
  'start a program': `require('child_process').execSync('touch ' + TARGET)`,
  'start a program under its other name': `require('node:child_process').spawnSync('touch', [TARGET])`,
  'open a socket': `require('net').connect(9)`,
  'ask for a page': `require('node:http').get('http://127.0.0.1:9')`,
  fetch: `fetch('http://127.0.0.1:9')`,
  'look a name up': `require('dns').lookup('localhost', () => {})`,
  'start a thread': `new (require('worker_threads').Worker)('1', { eval: true })`,
  'write a file': `require('fs').writeFileSync(TARGET, 'x')`,
  'write by a promise': `require('fs/promises').writeFile(TARGET, 'x')`,
  'write by a stream': `require('fs').createWriteStream(TARGET)`,
  'open for writing': `require('fs').openSync(TARGET, 'w')`,
  'open by a promise': `require('fs').promises.open(TARGET, 'w')`,
  'remove a file': `require('fs').rmSync(TARGET)`,
  'load native code': `process.dlopen({ exports: {} }, TARGET)`,
  'reach a binding': `process.binding('spawn_sync')`,
  'ask for a module of Node': `process.getBuiltinModule('child_process')`,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-confine-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What became of an attempt in a process of its own: `done`, or what stopped it. */
function attempt(script: string, isConfined: boolean): string {
  const target = join(folder, 'planted');
  const module = JSON.stringify(pathToFileURL('src/main/import/process/confine.ts').href);
  const code = `
    import { createRequire } from 'node:module';
    import { confine } from ${module};
    const require = createRequire(import.meta.url);
    const TARGET = ${JSON.stringify(target)};
    if (${String(isConfined)}) confine();
    try {
      ${script};
      process.stdout.write('done');
    } catch (error) {
      process.stdout.write(String(error.message));
    }
    process.exit();`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
}

describe('a confined process cannot', () => {
  it.each(Object.entries(ATTEMPTS))('%s', (_name, script) => {
    expect(attempt(script, true)).toMatch(/^not in the converter: /);
    expect(existsSync(join(folder, 'planted'))).toBe(false);
  });
});

it('the attempts are real: an ordinary process starts a program and writes a file', () => {
  expect(attempt(ATTEMPTS['write a file'], false)).toBe('done');
  expect(existsSync(join(folder, 'planted'))).toBe(true);
});

it('reading stays possible: parts of the converter are loaded when they are needed', () => {
  expect(attempt(`require('fs').readFileSync('package.json')`, true)).toBe('done');
});
