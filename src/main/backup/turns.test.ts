import { afterEach, expect, it, vi } from 'vitest';
import type { ArticleId } from '#shared/domain/article.ts';
import { encodeOwn } from '../library/own-file.ts';
import { anOwnArticle } from '../library/testing/an-own-article.ts';
import { encodeFramed } from '../disk/framed-json.ts';
import { storePaths } from '../store/paths.ts';
import { AT, FIRST, FOLDER, putAnnotation } from '../store/testing/in-memory-store.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';
import type { CopyReader } from './process/client.ts';
import { restorePaths } from './restore-record.ts';
import { copyOf, entryOf } from './testing/build-zip.ts';
import { COPY_PATH, openLibraryHere } from './testing/library-here.ts';

/** Most JSON that one turn of the main process may read and write, UTF-16 units. It handles 20 million in a second. */
const SHARE_UTF16 = 500_000;

const LETTERS = 1_200_000;
const HIGHLIGHTS = 3_000;

/** Counts the JSON of each turn. Every call of a pace ends the turn, so that the result does not depend on a clock. */
function countTurns() {
  let [isCounting, thisTurn, most, clock] = [true, 0, 0, 0];
  const count = (length: number): void => {
    if (!isCounting) return;
    thisTurn += length;
    most = Math.max(most, thisTurn);
  };
  const { parse, stringify } = JSON;
  const later = globalThis.setImmediate;
  vi.spyOn(JSON, 'parse').mockImplementation((text, reviver) => {
    count(text.length);
    return parse(text, reviver) as unknown;
  });
  vi.spyOn(JSON, 'stringify').mockImplementation((...given: Parameters<typeof stringify>) => {
    const text = stringify(...given);
    count(text?.length ?? 0);
    return text;
  });
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1000));
  const nextTurn = (act: () => void) =>
    later(() => {
      thisTurn = 0;
      act();
    });
  vi.spyOn(globalThis, 'setImmediate').mockImplementation(nextTurn);
  return {
    most: () => most,
    /** Leaves out the work that another process does in the app. */
    async aside<Value>(act: () => Promise<Value>): Promise<Value> {
      isCounting = false;
      const value = await act();
      isCounting = true;
      return value;
    },
  };
}

afterEach(() => vi.restoreAllMocks());

const giant = (letter: string) =>
  anOwnArticle(Array.from({ length: LETTERS / 4000 }, () => letter.repeat(4000)));

function marksLine(articleId: ArticleId, note: string): string {
  const annotations = Array.from({ length: HIGHLIGHTS }, (_, at) => {
    const change = putAnnotation(articleId, at + 1, note);
    return change.kind === 'put-annotation' ? [change.annotation] : [];
  }).flat();
  const data = { articleId, annotations, bookmarks: [], reading: null, shelf: null };
  return encodeFramed({ schemaVersion: 2, revision: 1, savedAt: AT, data });
}

it('no turn of the main process reads or writes more than its share during a restore', async () => {
  const disk = createMemoryDisk();
  const before = openLibraryHere(disk, 100);
  const mine = giant('ب');
  await before.own.add(mine);
  before.store.change(FIRST, [putAnnotation(FIRST, 1, 'ملاحظتي')]);
  await before.store.close();
  before.own.close();
  const theirs = { ...giant('ت'), id: mine.id };
  disk.put(
    COPY_PATH,
    copyOf([
      entryOf('marks.jsonl', marksLine(FIRST, 'من النسخة')),
      entryOf('articles.jsonl', encodeOwn(theirs, new Date(AT))),
    ]),
  );
  const turns = countTurns();
  const library = openLibraryHere(disk, 200, ({ run, write, cancel }: CopyReader) => ({
    run: (request) => turns.aside(() => run(request)),
    write: (request) => turns.aside(() => write(request)),
    cancel,
  }));
  const offer = await library.backup.choose();
  if (!offer.ok || !offer.value) throw new Error(JSON.stringify(offer));

  const restored = await library.backup.restore(offer.value.token, { withSettings: false });

  const most = turns.most();
  expect(restored).toEqual({ ok: true, value: null });
  expect(library.own.summary(mine.id)?.contentHash).toBe(theirs.contentHash);
  expect(library.store.read(FIRST).annotations).toHaveLength(HIGHLIGHTS);
  // The marks alone are more than one share, so something must have been counted.
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(SHARE_UTF16);
}, 60_000);

it('the commit of a restore has a turn of its own, and the record goes in the same turn', async () => {
  const disk = createMemoryDisk();
  await openLibraryHere(disk, 100).store.close();
  disk.put(COPY_PATH, copyOf([entryOf('marks.jsonl', marksLine(FIRST, 'من النسخة'))]));
  const library = openLibraryHere(disk, 200);
  const offer = await library.backup.choose();
  if (!offer.ok || !offer.value) throw new Error(JSON.stringify(offer));
  // The clock stands still, so that only turns that are always given are seen.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const events: string[] = [];
  const later = globalThis.setImmediate;
  vi.spyOn(globalThis, 'setImmediate').mockImplementation((act: () => void) => {
    events.push('turn');
    return later(act);
  });
  const { record } = restorePaths(FOLDER);
  const { journal } = storePaths(FOLDER);
  disk.fault = ({ name, path }) => {
    if (path === record && name === 'rename') events.push('begin');
    if (path.startsWith(journal) && name === 'write') events.push('commit');
    if (path === record && name === 'remove') events.push('end');
    return null;
  };

  await library.backup.restore(offer.value.token, { withSettings: false });

  const order = events.slice(events.indexOf('begin'), events.indexOf('end') + 2);
  expect(order).toEqual(['begin', 'turn', 'commit', 'end', 'turn']);
  expect(library.store.read(FIRST).annotations).toHaveLength(HIGHLIGHTS);
});
