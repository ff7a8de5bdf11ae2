import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { encodeRecord, readRecord } from './restore-record.ts';

const RECORD = {
  added: ['own-00000000000000000001'],
  replaced: ['own-00000000000000000002-1'],
  originals: ['a'.repeat(64)],
  newerMarks: ['guide'],
};

it('the record of a restore is readable in the form of its first version', () => {
  const disk = createMemoryDisk();
  disk.put('/v1.json', readFileSync('tests/fixtures/restore/v1.json'));

  expect(readRecord(disk, '/v1.json')).toEqual(RECORD);
});

it('the record of a restore names no folder but those of own articles', () => {
  const disk = createMemoryDisk();
  for (const change of [{ added: ['bin'] }, { originals: ['../x'] }]) {
    disk.put('/record.json', encodeRecord({ ...RECORD, ...change } as never, new Date(0)));
    expect(readRecord(disk, '/record.json')).toBeNull();
  }
});
