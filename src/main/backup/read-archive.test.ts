import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PlacedFile } from '../disk/regular-file.ts';
import { growthOf, processorMs, STEEP } from '../testing/processor-time.ts';
import { CopyRefusal } from './copy-refusal.ts';
import { throughWindow } from './copy-file.ts';
import { openArchive } from './read-archive.ts';
import { readCopy } from './read-copy.ts';
import {
  type RawEntry,
  buildZip,
  copyOf,
  entryOf,
  headOf,
  manifestOf,
  originalOf,
  sha256,
} from './testing/build-zip.ts';

const inMemory = (bytes: Uint8Array): PlacedFile => ({
  sizeBytes: bytes.length,
  readAt(offset, target) {
    const part = bytes.subarray(offset, offset + target.length);
    target.set(part);
    return part.length;
  },
  close: () => undefined,
});

/** How many bytes of originals were passed on from the copy that was read last. */
let handed = 0;

/** Returns the total size of a copy's originals, or why the copy is refused. */
async function read(bytes: Uint8Array): Promise<number | string> {
  handed = 0;
  try {
    await readCopy(await openArchive(throughWindow(inMemory(bytes))), {
      marks: () => undefined,
      newerMarks: () => undefined,
      article: () => undefined,
      adopted: () => undefined,
      leftOut: () => undefined,
      settings: () => undefined,
      original: () => ({ take: (piece) => (handed += piece.length), end: () => undefined }),
      asset: () => ({ take: () => undefined, end: () => undefined }),
    });
    return handed;
  } catch (error) {
    // Zlib's own errors mean damage, which `serveCopy` reports.
    return error instanceof CopyRefusal ? error.code : 'backup/damaged';
  }
}

/** Creates an entry that states a wrong size, with the hash of as many bytes. */
function lying(content: Uint8Array, sizeBytes: number): RawEntry {
  const seen = Buffer.concat([content, Buffer.alloc(Math.max(0, sizeBytes - content.length))]);
  const hash = sha256(seen.subarray(0, sizeBytes));
  return { ...entryOf(`originals/${hash}`, content), sizeBytes, sha256: hash };
}

const zeros = (count: number) => Buffer.alloc(count);

describe('the archive of a copy', () => {
  it('returns every entry, stored or packed, small or large', async () => {
    const large = Buffer.alloc(5_000_000, 'نص كبير ');
    const packed = entryOf(`originals/${sha256(large)}`, large);

    expect(await read(copyOf([originalOf('أصل'), originalOf(''), packed]))).toBe(5_000_006);
  });

  it.each([
    ['a bomb that says 10 bytes', [lying(zeros(60_000_000), 10)]],
    ['a bomb that says a megabyte and more', [lying(zeros(60_000_000), 1_500_000)]],
    ['content one byte longer', [lying(Buffer.from('أصل!'), 6)]],
    ['content one byte shorter', [lying(Buffer.from('أص'), 5)]],
    ['large content one byte longer', [lying(Buffer.alloc(2_000_001, 'ab'), 2_000_000)]],
    ['large content one byte shorter', [lying(Buffer.alloc(2_000_000, 'ab'), 2_000_001)]],
  ])('is refused for %s, and never handed over beyond what it says', async (_what, entries) => {
    expect(await read(copyOf(entries))).toBe('backup/damaged');
    expect(handed).toBeLessThanOrEqual(entries[0]?.sizeBytes ?? 0);
  });

  it('is refused for packed bytes after the end of the packed data', async () => {
    for (const size of [1000, 2_000_000]) {
      const honest = entryOf('', Buffer.alloc(size, 'ab'));
      const packed = Buffer.concat([honest.packed, Buffer.from('hidden')]);
      const entry = { ...honest, name: `originals/${honest.sha256}`, packed };
      expect(await read(copyOf([entry])), String(size)).toBe('backup/damaged');
    }
  });

  it('is refused when entries share a local record, before any is unpacked', async () => {
    const packed = deflateRawSync(zeros(60_000_000));
    const entries = Array.from({ length: 40 }, (_, at): RawEntry => {
      const hash = sha256(Buffer.from(String(at)));
      const name = `originals/${hash}`;
      return { name, packed, isDeflated: true, sizeBytes: 1000, sha256: hash, isShared: at > 0 };
    });

    expect(await read(copyOf(entries))).toBe('backup/damaged');
    expect(handed).toBe(0);
  });

  it('is refused when an entry is inside another one, even if both are valid', async () => {
    const inner = originalOf('أصل داخل أصل');
    const head = headOf(inner, Buffer.from(inner.name, 'utf8'));
    const outer = originalOf(Buffer.concat([head, inner.packed]));
    const insideAt = headOf(outer, Buffer.from(outer.name, 'utf8')).length;

    expect(await read(copyOf([outer, inner]))).toBe(outer.sizeBytes + inner.sizeBytes);
    expect(await read(copyOf([outer, { ...inner, insideAt }]))).toBe('backup/damaged');
  });

  it.each([
    ['two entries of one name', [originalOf('أصل'), originalOf('أصل')], 'backup/unexpected-entry'],
    ['a local record of another name', [{ ...originalOf('أ'), localName: 'x' }], 'backup/damaged'],
    [
      'an original under the hash of another',
      [{ ...originalOf('أصل'), name: `originals/${'0'.repeat(64)}` }],
      'backup/damaged',
    ],
    ['a false hash', [{ ...originalOf('أصل'), sha256: '0'.repeat(64) }], 'backup/damaged'],
    [
      'settings of more than a megabyte',
      [entryOf('settings.json', Buffer.alloc(1_000_001, '{'))],
      'backup/too-large',
    ],
    [
      'a line that is longer than any article',
      [entryOf('articles.jsonl', Buffer.alloc(33_000_000, 'a'), false)],
      'backup/too-large',
    ],
  ])('is refused for %s', async (_what, entries, code) => {
    expect(await read(copyOf(entries))).toBe(code);
  });

  it.each([
    ['bytes after its end', (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from('x')])],
    ['another number of entries', (bytes: Uint8Array) => patched(bytes, -12, 7)],
    ['a directory that begins elsewhere', (bytes: Uint8Array) => patched(bytes, -6, 1)],
    ['no end', (bytes: Uint8Array) => bytes.slice(0, -22)],
    ['nothing but two letters', (bytes: Uint8Array) => bytes.slice(0, 2)],
  ])('is refused for %s', async (_what, bend) => {
    expect(await read(bend(copyOf([originalOf('أصل')])))).toBe('backup/damaged');
  });

  it('is refused for an entry that its manifest does not name', async () => {
    const named = [originalOf('أصل')];
    const bytes = buildZip([...named, originalOf('غيره'), manifestOf(named)]);

    expect(await read(bytes)).toBe('backup/unexpected-entry');
  });

  it('takes time in proportion to its entries, and less than two seconds for 65,000', async () => {
    const many = (count: number) => {
      const bytes = copyOf(Array.from({ length: count }, (_, at) => originalOf(`أصل ${at}`)));
      return () => read(bytes);
    };

    expect(await growthOf(many, 8000)).toBeLessThan(STEEP);

    const all = many(65_000);
    let total: number | string = 0;
    const spentMs = await processorMs(async () => (total = await all()));
    process.stdout.write(`65,000 originals opened and read in ${spentMs.toFixed(0)} ms\n`);
    expect(total).toBeGreaterThan(65_000);
    expect(spentMs).toBeLessThan(2000);
  }, 60_000);
});

function patched(bytes: Uint8Array, fromEnd: number, value: number): Uint8Array {
  const changed = Buffer.from(bytes);
  changed.writeUInt16LE(value, changed.length + fromEnd);
  return changed;
}
