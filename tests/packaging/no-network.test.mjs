import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Modules of Node that open connections. */
const MODULE =
  /(?:require\(|from\s*|import\()["'`](?:node:)?(?:http|https|http2|net|tls|dgram|dns|undici)["'`]/g;
/** Globals that do; a method of the same name, called (`query.fetch()`) or defined (`fetch(a){`), is none. */
const GLOBAL =
  /(?<![.\w$#])(?:fetch\((?![\w$,={}]*\)\s*\{)|XMLHttpRequest\b|WebSocket\b|EventSource\b)|\.sendBeacon\(/g;

/**
 * Dependencies that hold such code: pdf.js can load a document from an address, and is only ever given bytes; the
 * reader of feeds in domutils names a function of its own `fetch`.
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

it('no script of the build calls what opens connections, but for known code that is not reached', () => {
  const found = builtScripts().filter(({ text }) => uses(GLOBAL, text).length > 0);

  // Without the hashes that the build puts into the names.
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
