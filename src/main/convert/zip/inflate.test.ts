import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { inflateRaw } from './inflate.ts';

const MEGABYTE = 1024 * 1024;

/** Returns the code of a refusal, or the number of unpacked bytes. */
function outcome(packed: Uint8Array, limit: number): string | number {
  try {
    return inflateRaw(packed, limit).length;
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code;
    throw error;
  }
}

describe('unpacking', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['words', Buffer.from('عاد مزارعو السهل إلى حقولهم. '.repeat(20_000))],
    ['what cannot be packed', randomBytes(300_000)],
  ])('gives back %s', (_name, bytes) => {
    for (const level of [0, 1, 9]) {
      const unpacked = inflateRaw(deflateRawSync(bytes, { level }), bytes.length);
      expect(Buffer.from(unpacked).equals(bytes)).toBe(true);
    }
  });

  it('accepts exactly the allowed size, and not one byte more', () => {
    const packed = deflateRawSync(Buffer.alloc(MEGABYTE));

    expect(outcome(packed, MEGABYTE)).toBe(MEGABYTE);
    expect(outcome(packed, MEGABYTE - 1)).toBe('import/unpacks-too-large');
  });

  it('stops soon after the limit: only a few MB of a bomb of 256 MB are unpacked', () => {
    const bomb = deflateRawSync(Buffer.alloc(256 * MEGABYTE));
    const before = process.memoryUsage().arrayBuffers;

    expect(outcome(bomb, MEGABYTE)).toBe('import/unpacks-too-large');

    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MEGABYTE);
  });

  it('reports cut and unpacked data as damaged', () => {
    const packed = deflateRawSync(randomBytes(100_000));

    expect(outcome(packed.subarray(0, 50_000), MEGABYTE)).toBe('import/damaged');
    expect(outcome(Buffer.alloc(0), MEGABYTE)).toBe('import/damaged');
    expect(outcome(Buffer.from([0xff, 0xff, 0xff]), MEGABYTE)).toBe('import/damaged');
  });

  it('ignores bytes after the end of the packed data', () => {
    const packed = deflateRawSync(Buffer.from('abc'));

    expect(outcome(Buffer.concat([packed, randomBytes(20_000)]), MEGABYTE)).toBe(3);
  });
});
