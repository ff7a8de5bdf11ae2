import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeFramed } from '../disk/framed-json.ts';
import { decodeMarksFile, toBody } from './marks-file.ts';
import { toMarks } from './marks-state.ts';

const FROZEN = new URL('../../../tests/fixtures/store/v2/named-bookmarks.json', import.meta.url);

describe('the names of bookmarks', () => {
  it('are read from a frozen file beside bookmarks without one, and written back byte for byte', () => {
    const bytes = readFileSync(FROZEN);
    const decoded = decodeMarksFile(bytes);
    if (decoded.kind !== 'article') throw new Error(decoded.kind);

    expect(toMarks(decoded.state).bookmarks.map(({ name }) => name)).toEqual([
      'مطلع الكتاب',
      undefined,
    ]);
    const body = toBody(decoded.articleId, decoded.state, new Date('2026-01-02T03:04:06.000Z'));
    expect(encodeFramed(body)).toBe(bytes.toString('utf8'));
  });
});
