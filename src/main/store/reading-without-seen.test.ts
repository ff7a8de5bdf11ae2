import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addSeen, shareRead, spansRead } from '#shared/domain/seen-text.ts';
import { encodeFramed } from '../disk/framed-json.ts';
import { decodeMarksFile, toBody } from './marks-file.ts';
import { toMarks } from './marks-state.ts';

const FROZEN = new URL(
  '../../../tests/fixtures/store/v2/reading-without-seen.json',
  import.meta.url,
);

/** Length of the text in which the reading position is, UTF-16 units. */
const LENGTH = 300;

function readFrozen() {
  const bytes = readFileSync(FROZEN);
  const decoded = decodeMarksFile(bytes);
  if (decoded.kind !== 'article') throw new Error(decoded.kind);
  const { reading } = toMarks(decoded.state);
  if (!reading) throw new Error('no reading place');
  return { bytes, decoded, reading };
}

describe('a reading position from before read spans were recorded', () => {
  it('is read from a frozen file, and written back byte for byte', () => {
    const { bytes, decoded, reading } = readFrozen();

    expect(reading).toMatchObject({ offset: 120, progress: 0.4 });
    expect(reading.seen).toBeUndefined();
    const body = toBody(decoded.articleId, decoded.state, new Date('2026-01-02T03:04:06.000Z'));
    expect(encodeFramed(body)).toBe(bytes.toString('utf8'));
  });

  it('counts everything up to its furthest position as read, and keeps that when more is read', () => {
    const { reading } = readFrozen();

    expect(shareRead(reading)).toBe(0.4);
    expect(spansRead(reading, LENGTH)).toEqual([{ start: 0, end: 120 }]);
    expect(addSeen(reading, LENGTH, [{ start: 200, end: 240 }])).toEqual({
      of: LENGTH,
      spans: [
        { start: 0, end: 120 },
        { start: 200, end: 240 },
      ],
    });
  });
});
