import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fingerprint, readStamp, removeStamp, writeStamp } from '../../scripts/dev/stamp.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-stamp-'));
  mkdirSync(join(folder, 'src/deep'), { recursive: true });
  writeFileSync(join(folder, 'src/deep/a.ts'), 'a');
});

afterEach(() => rmSync(folder, { recursive: true }));

const take = () => fingerprint(folder, ['src', 'missing.json']);

describe('a fingerprint', () => {
  it('is the same when nothing has changed', () => {
    assert.equal(take(), take());
  });

  it('changes when a file grows', () => {
    const before = take();

    writeFileSync(join(folder, 'src/deep/a.ts'), 'ab');

    assert.notEqual(take(), before);
  });

  it('changes when a file is saved with the same size', () => {
    const before = take();

    utimesSync(join(folder, 'src/deep/a.ts'), 1, 1);

    assert.notEqual(take(), before);
  });

  it('changes when a file is added', () => {
    const before = take();

    writeFileSync(join(folder, 'src/deep/b.ts'), '');

    assert.notEqual(take(), before);
  });

  it('changes when a file is deleted', () => {
    const before = take();

    rmSync(join(folder, 'src/deep/a.ts'));

    assert.notEqual(take(), before);
  });

  it('changes when a missing file appears', () => {
    const before = take();

    writeFileSync(join(folder, 'missing.json'), '{}');

    assert.notEqual(take(), before);
  });
});

describe('a stamp', () => {
  it('returns what was written', () => {
    const path = join(folder, 'new/stamp.json');

    writeStamp(path, { key: 'k' });

    assert.deepEqual(readStamp(path), { key: 'k' });
  });

  it('is null when missing', () => {
    assert.equal(readStamp(join(folder, 'none.json')), null);
  });

  it('is null when cut off while writing', () => {
    writeFileSync(join(folder, 'cut.json'), '{ "key": ');

    assert.equal(readStamp(join(folder, 'cut.json')), null);
  });

  it('is null after it was removed', () => {
    const path = join(folder, 'stamp.json');
    writeStamp(path, {});

    removeStamp(path);

    assert.equal(readStamp(path), null);
  });
});
