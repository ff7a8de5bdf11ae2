import { describe, expect, it, vi } from 'vitest';
import type { ArticleId } from '#shared/domain/article.ts';
import { NO_MARKS } from '#shared/domain/defaults.ts';
import { processorMs } from '../testing/processor-time.ts';
import type { MarksCopy } from './marks-store.ts';
import type { JournaledStore } from './journaled-store.ts';
import {
  FIRST,
  FOLDER,
  SECOND,
  notesOf,
  openOn,
  putAnnotation,
} from './testing/in-memory-store.ts';
import { type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';

/** The marks in a copy with `count` highlights that have this note. */
function marksOf(articleId: ArticleId, count: number, note = 'من النسخة'): MarksCopy {
  const annotations = Array.from({ length: count }, (_, at) => {
    const change = putAnnotation(articleId, at + 1, note);
    return change.kind === 'put-annotation' ? [change.annotation] : [];
  }).flat();
  return { ...NO_MARKS, annotations };
}

/** Replaces the present marks by these; `between` is called after they are prepared. */
function replace(store: JournaledStore, to: MarksCopy, between: () => void) {
  const replacement = store.startReplacement();
  replacement.put(FIRST, to);
  drain(replacement.prepare());
  between();
  return replacement.commit();
}

function drain(steps: Iterable<unknown>): void {
  for (const _step of steps);
}

const journalOf = (disk: MemoryDisk): string =>
  disk
    .paths()
    .filter((path) => path.startsWith(`${FOLDER}/journal/`))
    .map((path) => Buffer.from(disk.read(path)).toString('utf8'))
    .join('');

describe('a replacement that is prepared', () => {
  it('is not encoded in the turn that writes it', async () => {
    const preparing: number[] = [];
    const committing: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const replacement = openOn(createMemoryDisk(), 100).startReplacement();
      replacement.put(FIRST, marksOf(FIRST, 10_000));
      preparing.push(await processorMs(() => drain(replacement.prepare())));
      committing.push(await processorMs(() => replacement.commit()));
    }
    const [prepareMs, commitMs] = [Math.min(...preparing), Math.min(...committing)];

    expect(commitMs / (prepareMs + commitMs)).toBeLessThan(0.4);
  });

  it('is encoded one line per step, so that other work can run in between', () => {
    const replacement = openOn(createMemoryDisk(), 100).startReplacement();
    replacement.put(FIRST, marksOf(FIRST, 50));

    expect([...replacement.prepare()]).toHaveLength(50);
  });

  it('changes nothing before it is committed, and writes the same as an unprepared one', () => {
    const [disk, other] = [createMemoryDisk(), createMemoryDisk()];
    const store = openOn(disk, 100);
    const unprepared = openOn(other, 100);
    const before = disk.paths();

    const committed = replace(store, marksOf(FIRST, 3), () => {
      expect(notesOf(store.read(FIRST))).toEqual({});
      expect(disk.paths()).toEqual(before);
    });

    expect(committed.ok).toBe(true);
    const plain = unprepared.startReplacement();
    plain.put(FIRST, marksOf(FIRST, 3));
    plain.commit();
    expect(journalOf(disk)).toBe(journalOf(other));
  });

  it.each([
    ['the same article', FIRST],
    ['another article', SECOND],
  ])('takes into account changes of %s made meanwhile', (_which, changed) => {
    const disk = createMemoryDisk();
    const store = openOn(disk, 100);

    const committed = replace(
      store,
      marksOf(FIRST, 1),
      () => void store.change(changed, [putAnnotation(changed, 9, 'جاءت بعد ذلك')]),
    );

    expect(committed.ok).toBe(true);
    const sequences = [...journalOf(disk).matchAll(/"sequence":(\d+)/g)].map(([, each]) => each);
    expect(new Set(sequences).size).toBe(sequences.length);
    const again = openOn(disk, 200);
    for (const each of [store, again]) {
      expect(Object.values(notesOf(each.read(FIRST)))).toEqual(['من النسخة']);
      const kept = changed === SECOND ? ['جاءت بعد ذلك'] : [];
      expect(Object.values(notesOf(each.read(SECOND)))).toEqual(kept);
    }
  });

  it('is written after a refused write, which it declares void', () => {
    const disk = createMemoryDisk();
    const store = openOn(disk, 100);

    const committed = replace(store, marksOf(FIRST, 1), () => {
      // The write can neither be completed nor taken back.
      disk.fault = ({ name }) => (name === 'sync' || name === 'truncate' ? 'before' : null);
      expect(store.change(SECOND, [putAnnotation(SECOND, 9, 'مرفوضة')]).ok).toBe(false);
      disk.fault = () => null;
    });

    expect(committed.ok).toBe(true);
    const again = openOn(disk, 200);
    expect(Object.values(notesOf(again.read(FIRST)))).toHaveLength(1);
    expect(notesOf(again.read(SECOND))).toEqual({});
  });
});

describe('a record of megabytes that this version does not know', () => {
  const copyWith = (id: string): MarksCopy => ({
    ...NO_MARKS,
    unread: {
      annotations: [{ id, quote: 'ب'.repeat(3_000_000) }],
      bookmarks: [],
      fields: {},
      changes: [],
      carried: [],
    },
  });

  it('is encoded in several steps, and written as it would be in one', () => {
    const [disk, other] = [createMemoryDisk(), createMemoryDisk()];
    const replacement = openOn(disk, 100).startReplacement();
    replacement.put(FIRST, copyWith('unknown'));

    const steps = [...replacement.prepare()];
    replacement.commit();

    expect(steps.length).toBeGreaterThan(5);
    const unprepared = openOn(other, 100).startReplacement();
    unprepared.put(FIRST, copyWith('unknown'));
    unprepared.commit();
    expect(journalOf(disk)).toBe(journalOf(other));
  });

  it('is not encoded to be compared with others', () => {
    const store = openOn(createMemoryDisk(), 100);
    const longestEncoded = (id: string): number => {
      const stringify = vi.spyOn(JSON, 'stringify');
      const replacement = store.startReplacement();
      replacement.put(FIRST, copyWith(id));
      const compared = [...stringify.mock.results];
      drain(replacement.prepare());
      stringify.mockClear();
      expect(replacement.commit().ok).toBe(true);
      compared.push(...stringify.mock.results);
      stringify.mockRestore();
      return Math.max(...compared.map(({ value }) => String(value).length));
    };

    expect(longestEncoded('first')).toBeLessThan(1000);
    expect(longestEncoded('second')).toBeLessThan(1000);
    expect(store.notices()).toEqual([{ code: 'store/newer-records', params: { count: 2 } }]);
  });
});
