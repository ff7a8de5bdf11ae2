import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONVERTER_SITE, answerFile } from './app-files.ts';
import { HOSTILE_ADDRESSES, anyAddress } from './testing/hostile-addresses.ts';

const OWN = 'own';
const SECRET = 'secret';
let folder: string;
let root: string;

/** The window's files, and forbidden files beside them, above them and linked from among them. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-files-'));
  root = join(folder, 'out', 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  for (const name of ['main', 'library', 'about']) mkdirSync(join(folder, 'out', name));
  for (const name of ['index.html', 'assets/index.js', 'assets/index.html'])
    writeFileSync(join(root, name), OWN);
  writeFileSync(join(root, 'assets/index.cjs'), SECRET);
  for (const name of ['secret.js', 'main/secret.js', 'library/articles.json', 'about/parts.json'])
    writeFileSync(join(folder, 'out', name), SECRET);
  symlinkSync(join(folder, 'out', 'secret.js'), join(root, 'link.js'));
  symlinkSync(join(folder, 'out', 'main'), join(root, 'link'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('answerFile', () => {
  it('serves the converter only at its own address, and lets it load only scripts', () => {
    const answer = answerFile(root, 'app://converter/', 'GET', CONVERTER_SITE);
    const policy = answer.headers['content-security-policy'] ?? '';

    expect([answer.statusCode, answer.data.toString()]).toEqual([200, OWN]);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(policy).toMatch(/sandbox allow-scripts$/);
    expect(policy).not.toMatch(/unsafe|blob:|data:|connect-src|img-src|style-src/);
    expect(answerFile(root, 'app://hashiya/', 'GET', CONVERTER_SITE).statusCode).toBe(400);
    expect(answerFile(root, 'app://converter/', 'GET').statusCode).toBe(400);
  });

  it('serves the page and its files with the policy', () => {
    for (const path of ['', 'index.html', 'assets/index.js', 'index.html?a#b']) {
      const answer = answerFile(root, `app://hashiya/${path}`, 'GET');

      expect([path, answer.statusCode, answer.data.toString()]).toEqual([path, 200, OWN]);
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'/);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it.each(HOSTILE_ADDRESSES.map((address) => [address.slice(0, 60), address]))(
    'refuses %s',
    (_short, address) => {
      const answer = answerFile(root, address, 'GET');

      expect([400, 403, 404]).toContain(answer.statusCode);
      expect(answer.data.toString()).toBe('');
    },
  );

  it.each(['link.js', 'link/secret.js'])('does not follow %s out of the folder', (path) => {
    expect(answerFile(root, `app://hashiya/${path}`, 'GET').statusCode).toBe(403);
  });

  it.each(['POST', 'HEAD', 'PUT', 'OPTIONS'])('refuses the method %s', (method) => {
    expect(answerFile(root, 'app://hashiya/', method).statusCode).toBe(400);
  });

  it('serves only its own files, whatever is requested', () => {
    let served = 0;
    fc.assert(
      fc.property(anyAddress, (address) => {
        const answer = answerFile(root, address, 'GET');
        const text = answer.data.toString();

        expect([200, 400, 403, 404]).toContain(answer.statusCode);
        expect(text).toBe(answer.statusCode === 200 ? OWN : '');
        if (answer.statusCode === 200) served += 1;
      }),
      { numRuns: 5000 },
    );
    expect(served).toBeGreaterThan(10);
  });
});
