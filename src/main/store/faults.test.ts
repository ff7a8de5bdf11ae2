import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Change } from './change.ts';
import type { JournaledStore } from './open-store.ts';
import {
  FIRST,
  SECOND,
  notesOf,
  openOn,
  putAnnotation,
  removeAnnotation,
} from './testing/in-memory-store.ts';
import { type Fault, type MemoryDisk, createMemoryDisk } from './testing/memory-disk.ts';

const first = FIRST;
const second = SECOND;

/** What a reader may expect: the note last acknowledged, or one that was refused or under way since. */
type Book = Map<string, { sure: string | null; maybe: Set<string | null>; refused: boolean }>;

/** Makes a change and writes down what the store said. */
function make(store: JournaledStore, book: Book, articleId: ArticleId, change: Change): void {
  if (change.kind !== 'put-annotation' && change.kind !== 'remove-annotation') return;
  const id = change.kind === 'put-annotation' ? change.annotation.id : change.id;
  const note = change.kind === 'put-annotation' ? change.annotation.note : null;
  const entry = book.get(id) ?? { sure: null, maybe: new Set(), refused: false };
  book.set(id, entry);
  entry.maybe.add(note);
  if (store.change(articleId, [change]).ok) {
    entry.sure = note;
    entry.maybe.clear();
  } else entry.refused = true;
}

/** Two sessions with every kind of change, three compactions and a start in between. */
async function live(disk: MemoryDisk, book: Book): Promise<void> {
  const store = openOn(disk, 100);
  make(store, book, first, putAnnotation(first, 1));
  make(store, book, first, putAnnotation(first, 2));
  make(store, book, second, putAnnotation(second, 3));
  await store.compact();
  make(store, book, first, putAnnotation(first, 1, 'غُيّرت'));
  make(store, book, first, removeAnnotation(first, 2));
  await store.compact();
  make(store, book, second, putAnnotation(second, 4));
  disk.cutPower(1);

  const again = openOn(disk, 101);
  make(again, book, second, putAnnotation(second, 5));
  make(again, book, first, putAnnotation(first, 6));
  await again.compact();
  make(again, book, first, putAnnotation(first, 7));
  await again.close();
}

function expectKept(disk: MemoryDisk, book: Book, where: string): void {
  const store = openOn(disk, 102);
  const notes = { ...notesOf(store.read(first)), ...notesOf(store.read(second)) };
  for (const [id, { sure, maybe }] of book)
    expect([sure, ...maybe], `${where}: ${id}`).toContain(notes[id] ?? null);
  for (const id of Object.keys(notes)) expect(book.has(id), `${where}: ${id}`).toBe(true);
  expect(store.notices(), where).toEqual([]);
}

const newBook = (): Book => new Map();

async function countCalls(): Promise<number> {
  const disk = createMemoryDisk();
  await live(disk, newBook());
  return disk.calls();
}

describe('faults of the disk', () => {
  it.each<Fault>(['before', 'after', 'short'])(
    'loses nothing when the n-th step fails, for every n (%s)',
    async (kind) => {
      const calls = await countCalls();
      expect(calls).toBeGreaterThan(100);
      for (let failing = 0; failing < calls; failing++) {
        for (const keptShare of [0, 0.5, 1]) {
          const disk = createMemoryDisk();
          const book = newBook();
          let where = '';
          disk.fault = ({ index, name, path }) => {
            if (index !== failing) return null;
            where = `${kind} ${name} ${path} (${index}), kept ${keptShare}`;
            return kind;
          };

          await live(disk, book);
          disk.fault = () => null;
          disk.cutPower(keptShare);

          expectKept(disk, book, where);
        }
      }
    },
    60_000,
  );

  it('loses nothing when every step from the n-th on fails', async () => {
    const calls = await countCalls();
    for (let failing = 0; failing < calls; failing++) {
      const disk = createMemoryDisk();
      const book = newBook();
      disk.fault = ({ index }) => (index >= failing ? 'before' : null);

      await live(disk, book);
      disk.fault = () => null;
      disk.cutPower(0);

      expectKept(disk, book, `all from ${failing}`);
    }
  });

  it('loses nothing when the power fails at the n-th step', async () => {
    const calls = await countCalls();
    for (let last = 0; last < calls; last++) {
      for (const keptShare of [0, 0.5, 1]) {
        const disk = createMemoryDisk();
        const book = newBook();
        const survivors: { disk: MemoryDisk; book: Book }[] = [];
        disk.fault = ({ index }) => {
          if (index !== last) return null;
          const copy = disk.copy();
          copy.cutPower(keptShare);
          survivors.push({ disk: copy, book: structuredClone(book) });
          return null;
        };

        await live(disk, book);

        for (const survivor of survivors)
          expectKept(survivor.disk, survivor.book, `power cut at ${last}`);
      }
    }
  }, 60_000);

  it('loses nothing with 0 to 20,000 bytes free', async () => {
    let refusing = 0;
    let taking = 0;
    for (let free = 0; free < 20_000; free += 61) {
      const disk = createMemoryDisk();
      const book = newBook();
      disk.capacity = free;

      await live(disk, book);
      disk.capacity = Number.POSITIVE_INFINITY;
      disk.cutPower(0);

      expectKept(disk, book, `${free} bytes free`);
      if ([...book.values()].some(({ refused }) => refused)) refusing++;
      else taking++;
    }
    expect(refusing).toBeGreaterThan(50);
    expect(taking).toBeGreaterThan(50);
  });
});
