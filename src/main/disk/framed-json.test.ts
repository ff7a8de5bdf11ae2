import { expect, it } from 'vitest';
import { encodeFramed, isIntact, measureIntact } from './framed-json.ts';

const good = Buffer.from(encodeFramed({ schemaVersion: 1, data: 'نصّ '.repeat(30) }), 'utf8');

const FILES: readonly (readonly [string, Buffer])[] = [
  ['whole', good],
  ['cut by a byte', good.subarray(0, -1)],
  ['cut in its head', good.subarray(0, 40)],
  ['emptied', Buffer.alloc(0)],
  ['continued', Buffer.concat([good, Buffer.from('}\n')])],
  ['changed in its body', Buffer.from(good).fill(0x20, 120, 121)],
  ['changed in its head', Buffer.from(good).fill(0x20, 20, 21)],
  ['of another form', Buffer.from('{"schemaVersion":1}\n'.repeat(20))],
];

function* cutInto(bytes: Buffer, sizeBytes: number): Iterable<Uint8Array> {
  // The same memory is used again, as a disk does it.
  const piece = Buffer.alloc(sizeBytes);
  for (let at = 0; at < bytes.length; at += sizeBytes)
    yield piece.subarray(0, bytes.copy(piece, 0, at, at + sizeBytes));
}

it.each(FILES)(
  'finds in pieces of any size what it finds in the whole file: %s',
  async (_, file) => {
    const wanted = isIntact(file) ? file.length : null;

    for (let sizeBytes = 1; sizeBytes <= file.length + 1; sizeBytes += 1) {
      let turns = 0;
      const found = await measureIntact(cutInto(file, sizeBytes), async () => void (turns += 1));
      expect([sizeBytes, found]).toEqual([sizeBytes, wanted]);
      if (wanted !== null) expect(turns).toBe(Math.ceil(file.length / sizeBytes));
    }
  },
);
