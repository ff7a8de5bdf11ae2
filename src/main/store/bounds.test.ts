import { describe, expect, it } from 'vitest';
import { MAX_QUOTE_UTF16 } from '#shared/domain/limits.ts';
import { encodeFramed } from '../disk/framed-json.ts';
import { marksFileName } from './paths.ts';
import {
  AT,
  FIRST,
  FOLDER,
  SECOND,
  notesOf,
  openOn,
  putAnnotation,
} from './testing/in-memory-store.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';

describe('a stored mark above a limit of this version', () => {
  it('is reported, kept unchanged, and affects no other mark', async () => {
    const exact = '.'.repeat(MAX_QUOTE_UTF16 * 10);
    const [good, long] = [putAnnotation(FIRST, 1, 'أبقى'), putAnnotation(FIRST, 2)].map((change) =>
      change.kind === 'put-annotation' ? change.annotation : null,
    );
    const disk = createMemoryDisk();
    disk.makeFolder(`${FOLDER}/marks`);
    const file = disk.create(`${FOLDER}/marks/${marksFileName(FIRST)}.json`);
    const data = {
      articleId: FIRST,
      annotations: [good, { ...long, quote: { exact, prefix: '', suffix: '' } }],
      bookmarks: [],
      reading: null,
      shelf: null,
    };
    disk.write(
      file,
      Buffer.from(encodeFramed({ schemaVersion: 2, revision: 1, savedAt: AT, data }), 'utf8'),
    );
    disk.close(file);

    const store = openOn(disk);
    expect(notesOf(store.read(FIRST))).toEqual({ [good?.id ?? '']: 'أبقى' });
    expect(store.notices()).toContainEqual({ code: 'store/newer-records', params: { count: 1 } });
    store.change(FIRST, [putAnnotation(FIRST, 3, 'جديد')]);
    await store.compact();
    await store.close();

    const kept = Buffer.from(disk.read(`${FOLDER}/marks/${marksFileName(FIRST)}.json`));
    expect(kept.toString('utf8')).toContain(exact);
    expect(kept.toString('utf8')).toContain('جديد');
  });

  it('is also kept unread when it names another article, through which it could not be removed', async () => {
    const change = putAnnotation(SECOND, 1);
    const disk = createMemoryDisk();
    disk.makeFolder(`${FOLDER}/marks`);
    const file = disk.create(`${FOLDER}/marks/${marksFileName(FIRST)}.json`);
    const annotations = change.kind === 'put-annotation' ? [change.annotation] : [];
    const data = { articleId: FIRST, annotations, bookmarks: [], reading: null, shelf: null };
    disk.write(
      file,
      Buffer.from(encodeFramed({ schemaVersion: 2, revision: 1, savedAt: AT, data }), 'utf8'),
    );
    disk.close(file);

    const store = openOn(disk);

    expect(store.read(FIRST).annotations).toEqual([]);
    expect(store.notices()).toContainEqual({ code: 'store/newer-records', params: { count: 1 } });
    await store.close();
  });
});
