import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** The list is read as text, because the Node that runs these tests may not read TypeScript. */
const list = readFileSync('tests/support/chromium/needs-electron.ts', 'utf8');
const rows = [...list.matchAll(/file: '([^']+)'(?:,\s*title:\s*'([^']+)')?/g)];

describe('the tests that need Electron itself', () => {
  it('all exist, so that no name outlives its test', () => {
    assert.ok(rows.length > 5);
    for (const [, file, title] of rows) {
      const spec = readFileSync(`tests/e2e/${file}`, 'utf8');
      if (title) assert.ok(spec.includes(`'${title}'`), `${file} has no test «${title}»`);
    }
  });
});
