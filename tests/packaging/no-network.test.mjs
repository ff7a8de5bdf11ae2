import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Imports of Node's modules that open connections. */
const MODULE =
  /(?:require\(|from\s*|import\()["'`](?:node:)?(?:http|https|http2|net|tls|dgram|dns|undici)["'`]/g;
/**
 * Globals that open connections, but not a method of the same name, called (`query.fetch()`) or defined (`fetch(a){`).
 */
const GLOBAL =
  /(?<![.\w$#])(?:fetch\((?![\w$,={}]*\)\s*\{)|XMLHttpRequest\b|WebSocket\b|EventSource\b)|\.sendBeacon\(/g;

/**
 * Files with such code in a dependency: pdf.js could load a document from an address but always gets bytes, and the feed
 * reader in domutils has a function named `fetch`.
 */
const KNOWN = ['converter/index.js', 'converter/pdf.js', 'converter/pdf.worker.js'];

const uses = (pattern, text) => [...text.matchAll(pattern)].map(([found]) => found);

function builtScripts() {
  return ['main', 'preload', 'renderer', 'converter'].flatMap((part) =>
    readdirSync(join('out', part), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.c?js$/.test(name))
      .map((name) => ({
        name: `${part}/${name.replaceAll('\\', '/')}`,
        text: readFileSync(join('out', part, name), 'utf8'),
      })),
  );
}

it('no script of the build, dependencies included, loads a module that opens connections', () => {
  const scripts = builtScripts();

  expect(scripts.length).toBeGreaterThan(20);
  expect(scripts.filter(({ text }) => uses(MODULE, text).length > 0)).toEqual([]);
});

it('no script of the build calls what opens connections, except known code that is never reached', () => {
  const found = builtScripts().filter(({ text }) => uses(GLOBAL, text).length > 0);

  // The build's hashes are removed from the names.
  const names = found.map(({ name }) => name.replace(/assets\/|-[\w-]{8}(?=\.js$)/g, ''));
  expect(names.toSorted()).toEqual(KNOWN);
});

it.each([
  "const http = require('node:http');",
  'import tls from "tls";',
  'await fetch("https://example.com");',
  'new WebSocket("ws://127.0.0.1");',
  'navigator.sendBeacon("/a");',
])('the search sees %s', (planted) => {
  expect([...uses(MODULE, planted), ...uses(GLOBAL, planted)]).not.toEqual([]);
});

it('the lint refuses it in the source', () => {
  const folder = mkdtempSync(join('src', 'planted-'));
  try {
    const file = join(folder, 'planted.ts');
    const lines = [
      "import http from 'node:http';",
      "export const a = fetch('https://example.com');",
      "export const b = new WebSocket('ws://127.0.0.1');",
      'export const c = http;',
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    const oxlint = join('node_modules', 'oxlint', 'bin', 'oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=unix', file], {
      encoding: 'utf8',
    });

    for (const [line, name] of [
      [1, 'no-restricted-imports'],
      [2, 'no-restricted-globals'],
      [3, 'no-restricted-globals'],
    ]) {
      expect(stdout).toMatch(new RegExp(`planted\\.ts:${line}:.*${name}`));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
