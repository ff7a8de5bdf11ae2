import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeFramed } from '../disk/framed-json.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { createOriginalNames } from './original-names.ts';
import { ownPaths } from './own-paths.ts';

const FROZEN = new URL('../../../tests/fixtures/library/v1/original-name.json', import.meta.url);
const SHA256 = 'ab'.repeat(32);
const PATH = `/data/library/original-names/${SHA256}`;

function open() {
  const disk = createMemoryDisk();
  const stored = (): string => Buffer.from(disk.read(PATH)).toString('utf8');
  return { disk, stored, names: createOriginalNames(disk, ownPaths('/data')) };
}

describe('the name of an original', () => {
  it('is read from a frozen file and written byte for byte as there', async () => {
    const frozen = readFileSync(FROZEN, 'utf8');
    const { disk, stored, names } = open();
    disk.put(PATH, frozen);
    expect(names.get(SHA256)).toBe('الفصل الأول.md');

    disk.remove(PATH);
    await names.put(SHA256, 'الفصل الأول.md');

    expect(stored()).toBe(frozen);
    expect([...names.list()]).toEqual([SHA256]);
  });

  it('is not known when its file is missing or damaged, and is then written again', async () => {
    const { disk, names } = open();
    expect(names.get(SHA256)).toBeNull();
    disk.put(PATH, readFileSync(FROZEN, 'utf8').slice(0, -9));
    expect(names.get(SHA256)).toBeNull();

    await names.put(SHA256, 'خبر.md');

    expect(names.get(SHA256)).toBe('خبر.md');
  });

  it('stays as a newer version wrote it', async () => {
    const { disk, stored, names } = open();
    const newer = encodeFramed({ schemaVersion: 2, data: { names: ['خبر.md'] } });
    disk.put(PATH, newer);

    await names.put(SHA256, 'خبر.md');

    expect(names.get(SHA256)).toBeNull();
    expect(stored()).toBe(newer);
  });
});
