import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawing, writtenPicture } from '../picture/testing/written-pictures.ts';
import { answerAsset } from './app-assets.ts';
import { HOSTILE_ADDRESSES, anyAddress } from './testing/hostile-addresses.ts';

const ID = `own-${'a'.repeat(20)}`;
const OTHER = `own-${'b'.repeat(20)}`;
const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const PNG = writtenPicture('image/png');
const SVG = drawing('<path d="M0 0"/>');
const BAD = drawing('<script/>');
const TEXT = 'a secret';

let folder: string;

/** Pictures of an article, and files around them that must never be served. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-assets-'));
  const assets = join(folder, 'library', ID, 'assets');
  mkdirSync(assets, { recursive: true });
  for (const bytes of [PNG, SVG, BAD, TEXT]) writeFileSync(join(assets, hashOf(bytes)), bytes);
  writeFileSync(join(assets, hashOf('cut')), PNG);
  writeFileSync(join(folder, 'library', ID, 'article.json'), TEXT);
  mkdirSync(join(folder, 'library', 'originals'));
  writeFileSync(join(folder, 'library', 'originals', hashOf(PNG)), PNG);
  mkdirSync(join(folder, 'library', OTHER, 'assets'), { recursive: true });
  symlinkSync(join(assets, hashOf(PNG)), join(folder, 'library', OTHER, 'assets', hashOf(PNG)));
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (path: string, method = 'GET') =>
  answerAsset(folder, `app://hashiya/asset/${path}`, method);

describe('answerAsset', () => {
  it.each([
    ['image/png', PNG],
    ['image/svg+xml', SVG],
  ])('serves a picture as %s and lets it do nothing', async (type, bytes) => {
    const answer = await ask(`${ID}/${hashOf(bytes)}`);

    expect([answer.statusCode, answer.data.equals(bytes)]).toEqual([200, true]);
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
  });

  it.each([
    ['another article', `${OTHER}/${hashOf(SVG)}`],
    ['a link', `${OTHER}/${hashOf(PNG)}`],
    ['other bytes than its name says', `${ID}/${hashOf('cut')}`],
    ['a drawing with a script', `${ID}/${hashOf(BAD)}`],
    ['a text', `${ID}/${hashOf(TEXT)}`],
    ['a folder that is no article', `originals/${hashOf(PNG)}`],
    ['a removed article', `bin/${hashOf(PNG)}`],
  ])('has nothing for %s', async (_name, path) => {
    const answer = await ask(path);
    expect([answer.statusCode, answer.data.length]).toEqual([404, 0]);
  });

  it.each([
    ['no name', ''],
    ['a name alone', hashOf(PNG)],
    ['a file of the article', `${ID}/article.json`],
    ['a parent', `${ID}/../originals/${hashOf(PNG)}`],
    ['an encoded parent', `%2e%2e/originals/${hashOf(PNG)}`],
    ['a backslash', `${ID}\\assets\\${hashOf(PNG)}`],
    ['an encoded slash', `${ID}%2f${hashOf(PNG)}`],
    ['a question', `${ID}/${hashOf(PNG)}?a`],
    ['a fragment', `${ID}/${hashOf(PNG)}#a`],
    ['a stream', `${ID}/${hashOf(PNG)}::$DATA`],
    ['a NUL', `${ID}/${hashOf(PNG)}%00`],
    ['upper case', `${ID}/${hashOf(PNG).toUpperCase()}`],
    ['one more part', `${ID}/assets/${hashOf(PNG)}`],
    ['an empty part', `/${ID}/${hashOf(PNG)}`],
  ])('refuses %s', async (_name, path) => {
    const answer = await ask(path);
    expect([answer.statusCode, answer.data.length]).toEqual([400, 0]);
  });

  it.each(['POST', 'HEAD', 'PUT', 'OPTIONS'])('refuses the method %s', async (method) => {
    expect((await ask(`${ID}/${hashOf(PNG)}`, method)).statusCode).toBe(400);
  });

  it('serves only pictures, whatever is requested', async () => {
    for (const address of HOSTILE_ADDRESSES)
      expect((await answerAsset(folder, address, 'GET')).statusCode).toBe(400);
    await fc.assert(
      fc.asyncProperty(anyAddress, async (address) => {
        const moved = address.replace('app://hashiya/', 'app://hashiya/asset/');
        const answer = await answerAsset(folder, moved, 'GET');
        expect([400, 404]).toContain(answer.statusCode);
        expect(answer.data).toHaveLength(0);
      }),
      { numRuns: 1000 },
    );
  });
});
