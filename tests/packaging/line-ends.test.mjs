import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const TEXT = 'سطر\r\nسطر\r\n';
const AS_STORED = 'سطر\nسطر\n';

let folder = '';
const git = (...args) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });

// The repository is configured as Git for Windows does it, which changes line ends.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-line-ends-'));
  git('init', '--quiet');
  git('config', 'core.autocrlf', 'true');
  copyFileSync('.gitattributes', join(folder, '.gitattributes'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Returns the bytes of a file after it was committed and checked out again. */
function checkedOut(name) {
  writeFileSync(join(folder, name), TEXT);
  git('-c', 'core.safecrlf=false', 'add', name);
  rmSync(join(folder, name));
  git('checkout-index', '--', name);
  return {
    stored: git('cat-file', 'blob', `:${name}`),
    here: readFileSync(join(folder, name), 'utf8'),
  };
}

it.each(['a.ts', 'a.tsx', 'a.mjs', 'a.md', 'a.json', 'a.css', 'a.yml', 'a.html', 'a.sh', 'a.run'])(
  '%s has the line ends of Linux in a checkout on Windows',
  (name) => {
    expect(checkedOut(name)).toEqual({ stored: AS_STORED, here: AS_STORED });
  },
);

it.each(['a.png', 'a.webp', 'a.woff2', 'a.ico', 'a.icns'])('no byte of %s is changed', (name) => {
  expect(checkedOut(name)).toEqual({ stored: TEXT, here: TEXT });
});
