import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Change } from './change.ts';
import type { JournaledStore } from './journaled-store.ts';
import {
  FIRST,
  SECOND,
  notesOf,
  openOn,
  putAnnotation,
  removeAnnotation,
} from './testing/in-memory-store.ts';
import { type Fault, type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';

const first = FIRST;
const second = SECOND;

/** What a reader may expect: the note last acknowledged, or one that was refused or not finished since. */
type Book = Map<string, { sure: string | null; maybe: Set<string | null>; refused: boolean }>;

/** Makes a change and records what the store answered. */
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

/** Runs two sessions with every kind of change, three compactions and a restart between them. */
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

/** Records the names of all calls of a run without faults, in order. */
async function recordCalls(): Promise<readonly string[]> {
  const disk = createMemoryDisk();
  const names: string[] = [];
  disk.fault = ({ name }) => {
    names.push(name);
    return null;
  };
  await live(disk, newBook());
  return names;
}

/** Checks what each kind of power cut would leave. */
function expectKeptAfterCuts(disk: MemoryDisk, book: Book, where: string): void {
  for (const keptShare of [0, 0.5, 1]) {
    const copy = disk.copy();
    copy.cutPower(keptShare);
    expectKept(copy, book, `${where}, kept ${keptShare}`);
  }
}

describe('faults of the disk', () => {
  it.each<Fault>(['before', 'after', 'short'])(
    'loses nothing when the n-th step fails, for every n (%s)',
    async (kind) => {
      const calls = await recordCalls();
      expect(calls.length).toBeGreaterThan(100);
      for (const [failing, call] of calls.entries()) {
        // Only a write can be short.
        if (kind === 'short' && call !== 'write') continue;
        const disk = createMemoryDisk();
        const book = newBook();
        disk.fault = ({ index }) => (index === failing ? kind : null);

        await live(disk, book);
        disk.fault = () => null;

        expectKeptAfterCuts(disk, book, `${kind} ${call} (${failing})`);
      }
    },
    60_000,
  );

  it('loses nothing when every step from the n-th on fails', async () => {
    const calls = await recordCalls();
    for (const failing of calls.keys()) {
      const disk = createMemoryDisk();
      const book = newBook();
      disk.fault = ({ index }) => (index >= failing ? 'before' : null);

      await live(disk, book);
      disk.fault = () => null;

      disk.cutPower(0);
      expectKept(disk, book, `all from ${failing}`);
    }
  }, 60_000);

  it('loses nothing when the power fails at the n-th step, for every n', async () => {
    const disk = createMemoryDisk();
    const book = newBook();
    const moments: { disk: MemoryDisk; book: Book }[] = [];
    disk.fault = () => {
      moments.push({ disk: disk.copy(), book: structuredClone(book) });
      return null;
    };

    await live(disk, book);

    expect(moments.length).toBeGreaterThan(100);
    for (const [step, moment] of moments.entries())
      expectKeptAfterCuts(moment.disk, moment.book, `power cut at ${step}`);
  }, 60_000);

  it('loses nothing with 0 to 20,000 bytes free', async () => {
    let refusing = 0;
    let taking = 0;
    for (let free = 0; free < 20_000; free += 151) {
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
    expect(refusing).toBeGreaterThan(20);
    expect(taking).toBeGreaterThan(20);
  }, 60_000);
});
