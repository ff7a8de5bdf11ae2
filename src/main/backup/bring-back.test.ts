import { describe, expect, it } from 'vitest';
import type { Article } from '#shared/domain/article.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { encodeOwn } from '../library/own-file.ts';
import { anOwnArticle } from '../library/testing/an-own-article.ts';
import { encodeFramed } from '../disk/framed-json.ts';
import { toBody } from '../store/marks-file.ts';
import { storePaths } from '../store/paths.ts';
import { readStates } from '../store/restore.ts';
import {
  AT,
  FIRST,
  FOLDER,
  SECOND,
  notesOf,
  putAnnotation,
} from '../store/testing/in-memory-store.ts';
import { type Fault, type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { COPY_PATH, type LibraryHere, datedOf, openLibraryHere } from './testing/library-here.ts';
import { copyOf, entryOf, originalOf, sha256 } from './testing/build-zip.ts';

const now = () => new Date(AT);
const ORIGINAL = 'أصل المادة الجديدة';

/** An article with another text here, one that only the copy has, and one that only the library has. */
const mine = anOwnArticle(['نصّي أنا']);
const theirs: Article = { ...anOwnArticle(['نصّ غيري']), id: mine.id };
const coming = anOwnArticle(['مادة قادمة']);
const staying = anOwnArticle(['مادة باقية']);

const line = (article: Article) => encodeOwn(article, now());
const marksLine = (id: typeof FIRST, note: string) => {
  const change = putAnnotation(id, 1, note);
  const annotations = change.kind === 'put-annotation' ? [change.annotation] : [];
  const data = { articleId: id, annotations, bookmarks: [], reading: null, shelf: null };
  return encodeFramed({ schemaVersion: 2, revision: 1, savedAt: AT, data });
};

const COPY = copyOf([
  entryOf('marks.jsonl', marksLine(FIRST, 'من النسخة')),
  entryOf('articles.jsonl', Buffer.concat([line(theirs), line(coming)])),
  entryOf('settings.json', JSON.stringify({ ...DEFAULT_SETTINGS, theme: 'dark' })),
  originalOf(ORIGINAL),
]);

/** A library with two articles and two notes, and the copy beside it. */
async function aLibrary(): Promise<MemoryDisk> {
  const disk = createMemoryDisk();
  const { store, own } = openLibraryHere(disk, 100);
  await own.add(mine);
  await own.add(staying);
  store.change(FIRST, [putAnnotation(FIRST, 1, 'ملاحظتي')]);
  store.change(SECOND, [putAnnotation(SECOND, 2, 'ملاحظة أخرى')]);
  await store.close();
  own.close();
  disk.put(COPY_PATH, COPY);
  return disk;
}

/** Returns what a reader would see of the library. */
function seen({ store, own }: Pick<LibraryHere, 'store' | 'own'>, disk: MemoryDisk) {
  const textOf = (article: Article) => {
    const read = own.read(article.id);
    return read.ok ? read.value.blocks.map(({ text }) => text) : read.error.code;
  };
  return {
    // The title is read before the text, because reading the text would correct a wrong summary.
    title: own.summary(mine.id)?.title,
    texts: [mine, coming, staying].map(textOf),
    listed: own.list().length,
    notes: [FIRST, SECOND].map((id) => Object.values(notesOf(store.read(id)))),
    hasOriginal: disk.exists(`${FOLDER}/library/originals/${sha256(Buffer.from(ORIGINAL))}`),
  };
}

const BEFORE = {
  title: mine.title,
  texts: [['نصّي أنا'], 'library/not-found', ['مادة باقية']],
  listed: 2,
  notes: [['ملاحظتي'], ['ملاحظة أخرى']],
  hasOriginal: false,
};
const AFTER = {
  title: theirs.title,
  texts: [['نصّ غيري'], ['مادة قادمة'], ['مادة باقية']],
  listed: 3,
  notes: [['من النسخة'], []],
  hasOriginal: true,
};

async function offered({ backup }: LibraryHere): Promise<string> {
  const offer = await backup.choose();
  if (!offer.ok || !offer.value) throw new Error(JSON.stringify(offer));
  return offer.value.token;
}

describe('a restore', () => {
  it('restores everything in the copy, and leaves no other files', async () => {
    const disk = await aLibrary();
    const library = openLibraryHere(disk, 200);
    expect(seen(library, disk)).toEqual(BEFORE);

    const restored = await library.backup.restore(await offered(library), { withSettings: false });

    expect(restored).toEqual({ ok: true, value: null });
    expect(seen(library, disk)).toEqual(AFTER);
    expect(disk.paths().filter((path) => path.startsWith(`${FOLDER}/restore`))).toEqual([]);
    expect(seen(openLibraryHere(disk, 300), disk)).toEqual(AFTER);
  });

  it.each(['before', 'after'] as const)(
    'is complete or has no effect when any call to the disk fails (%s its effect), and says which',
    async (fault: Fault) => {
      const start = await aLibrary();
      let failed = 0;
      for (let at = 0; ; at += 1) {
        const disk = start.copy();
        const library = openLibraryHere(disk, 200);
        const token = await offered(library);
        const first = disk.calls();
        let isMet = false;
        disk.fault = ({ index }) => {
          if (index !== first + at) return null;
          isMet = true;
          return fault;
        };

        const restored = await library.backup.restore(token, { withSettings: false });

        disk.fault = () => null;
        const expected = restored.ok ? AFTER : BEFORE;
        expect(seen(library, disk), `call ${at}`).toEqual(expected);
        expect(seen(openLibraryHere(disk, 300), disk), `call ${at}, next start`).toEqual(expected);
        if (!restored.ok) failed += 1;
        if (!isMet) break;
      }
      expect(failed).toBeGreaterThan(20);
    },
    60_000,
  );

  it.each([0, 1])(
    'is complete or has no effect after a kill at any moment (%s of what was not synced is kept)',
    async (kept) => {
      const start = await aLibrary();
      const ends = new Set<string>();
      for (let at = 0; ; at += 1) {
        const disk = start.copy();
        const library = openLibraryHere(disk, 200);
        const token = await offered(library);
        const first = disk.calls();
        let isMet = false;
        disk.fault = ({ index }) => {
          if (index < first + at) return null;
          isMet = true;
          return 'before';
        };
        await library.backup.restore(token, { withSettings: false });
        disk.fault = () => null;
        disk.cutPower(kept);

        const after = seen(openLibraryHere(disk, 300), disk);

        const end = JSON.stringify(after) === JSON.stringify(AFTER) ? 'after' : 'before';
        ends.add(end);
        expect(after, `killed at call ${at}`).toEqual(end === 'after' ? AFTER : BEFORE);
        expect(seen(openLibraryHere(disk, 400), disk), 'the start after that').toEqual(after);
        if (!isMet) break;
      }
      expect([...ends].toSorted()).toEqual(['after', 'before']);
    },
    60_000,
  );

  it('has encoded its journal lines before the record says that it has begun', async () => {
    const disk = await aLibrary();
    const library = openLibraryHere(disk, 200);
    const token = await offered(library);
    const { store } = library;
    const start = store.startReplacement.bind(store);
    const encodedWhileBegun: boolean[] = [];
    store.startReplacement = () => {
      const replacement = start();
      return {
        ...replacement,
        *prepare() {
          yield* replacement.prepare();
          encodedWhileBegun.push(disk.exists(`${FOLDER}/restore/restore.json`));
        },
      };
    };

    await library.backup.restore(token, { withSettings: false });

    expect(encodedWhileBegun).toEqual([false]);
    expect(seen(library, disk)).toEqual(AFTER);
  });

  it('that the disk lets neither finish nor undo is finished at the next start', async () => {
    const disk = await aLibrary();
    const library = openLibraryHere(disk, 200);
    const token = await offered(library);
    disk.fault = ({ name, path }) =>
      name === 'rename' && path.includes('/library/own-') ? 'before' : null;
    const first = await library.backup.restore(token, { withSettings: false });
    expect(first).toMatchObject({ ok: false, error: { code: 'backup/not-restored' } });
    expect(seen(library, disk)).toEqual(BEFORE);

    let begun = false;
    disk.fault = ({ name, path }) => {
      begun ||= name === 'rename' && path === `${FOLDER}/restore/restore.json`;
      return begun && path !== `${FOLDER}/restore/restore.json` ? 'before' : null;
    };
    const second = await library.backup.restore(await offered(library), { withSettings: false });
    disk.fault = () => null;

    expect(second).toMatchObject({ ok: false, error: { code: 'backup/unfinished' } });
    expect(seen(openLibraryHere(disk, 300), disk)).toEqual(AFTER);
  });

  it('does not touch a restore that a newer version began', async () => {
    const disk = await aLibrary();
    const record = encodeFramed({ schemaVersion: 2, savedAt: AT, data: { moved: [] } });
    disk.put(`${FOLDER}/restore/restore.json`, record);
    const library = openLibraryHere(disk, 200);

    const restored = await library.backup.restore(await offered(library), { withSettings: false });

    expect(restored).toMatchObject({ ok: false, error: { code: 'backup/unfinished' } });
    expect(seen(library, disk)).toEqual(BEFORE);
    expect(Buffer.from(disk.read(`${FOLDER}/restore/restore.json`)).toString()).toBe(record);
  });
});

describe('the question before a restore', () => {
  it('names what the copy adds, changes and removes, and the articles that get another text', async () => {
    const library = openLibraryHere(await aLibrary(), 200);

    const offer = await library.backup.choose();

    expect(offer).toMatchObject({
      ok: true,
      value: {
        articles: { added: 1, changed: 1, same: 0, kept: 0, leftOut: 0 },
        changedTitles: [{ now: 'نصّي أنا', next: 'نصّ غيري' }],
        // One article's note has the same id and other words, and the other article's note is removed.
        marks: { added: 0, changed: 1, removed: 1 },
        inside: { annotations: 1 },
        present: { annotations: 2 },
        hasSettings: true,
        isOwnCopy: false,
      },
    });
  });

  it('is not valid for a library or a file that has changed since', async () => {
    const disk = await aLibrary();
    const library = openLibraryHere(disk, 200);
    const changes: (() => unknown)[] = [
      () => library.store.change(SECOND, [putAnnotation(SECOND, 9, 'بعد السؤال')]),
      () => library.own.add(coming),
      () => disk.put(COPY_PATH, copyOf([entryOf('marks.jsonl', '')])),
    ];
    for (const change of changes) {
      const token = await offered(library);
      await change();
      const before = seen(library, disk);

      const restored = await library.backup.restore(token, { withSettings: false });

      expect(restored).toEqual({ ok: false, error: { code: 'backup/library-changed' } });
      expect(seen(library, disk)).toEqual(before);
    }
  });

  it('is not asked when the disk has too little space', async () => {
    const disk = await aLibrary();
    const library = openLibraryHere(disk, 200);
    disk.capacity = disk.usedBytes() + 10_000;

    expect(await library.backup.choose()).toMatchObject({
      ok: false,
      error: { code: 'backup/no-room', params: { neededMb: 51, freeMb: 0 } },
    });
  });

  it('recognises a copy that the app made by itself', async () => {
    const library = openLibraryHere(await aLibrary(), 200);
    await library.backup.restore(await offered(library), { withSettings: false });
    const [copy] = datedOf(library);

    const back = await library.backup.inspect(copy?.name ?? '');

    expect(back).toMatchObject({ ok: true, value: { isOwnCopy: true, marks: { added: 1 } } });
  });
});

describe('what a copy says of itself', () => {
  /** Restores a copy with these lines. */
  async function restored(
    entries: Parameters<typeof copyOf>[0],
  ): Promise<LibraryHere & { foreign: number; disk: MemoryDisk }> {
    const disk = await aLibrary();
    disk.put(COPY_PATH, copyOf(entries));
    const library = openLibraryHere(disk, 200);
    const offer = await library.backup.choose();
    if (!offer.ok || !offer.value) throw new Error(JSON.stringify(offer));
    const answer = await library.backup.restore(offer.value.token, { withSettings: false });
    expect(answer).toEqual({ ok: true, value: null });
    return { ...library, foreign: offer.value.foreignMarks, disk };
  }

  it('about the hash and the words of a text is not trusted', async () => {
    const lying = { ...coming, contentHash: 'f'.repeat(64), wordCount: 1_000_000 };
    const { own } = await restored([entryOf('articles.jsonl', line(lying))]);

    expect(own.read(coming.id)).toEqual({ ok: true, value: coming });
    expect(own.summary(coming.id)).toMatchObject({ contentHash: coming.contentHash, wordCount: 2 });
  });

  it('about a text that the library has changes nothing, whatever hash it states', async () => {
    const lying = { ...mine, title: 'عنوان آخر', contentHash: 'f'.repeat(64) };
    const { own } = await restored([entryOf('articles.jsonl', line(lying))]);

    expect(own.read(mine.id)).toEqual({ ok: true, value: mine });
  });

  it('about highlights of another article is left out, and reported', async () => {
    const put = putAnnotation(SECOND, 7, 'غريبة');
    const good = putAnnotation(FIRST, 8, 'لنا');
    const annotations = [put, good].flatMap((each) =>
      each.kind === 'put-annotation' ? [each.annotation] : [],
    );
    const data = { articleId: FIRST, annotations, bookmarks: [], reading: null, shelf: null };
    const body = encodeFramed({ schemaVersion: 2, revision: 1, savedAt: AT, data });
    const { store, foreign, disk } = await restored([entryOf('marks.jsonl', body)]);

    expect(foreign).toBe(1);
    expect(Object.values(notesOf(store.read(FIRST)))).toEqual(['لنا']);
    const state = readStates(disk, storePaths(FOLDER)).get(FIRST);
    if (!state) throw new Error('the article has marks');
    expect(encodeFramed(toBody(FIRST, state, now()))).not.toContain('غريبة');
    expect(store.notices()).toEqual([]);
  });

  it.each(['marks.jsonl', 'articles.jsonl'])(
    'about one article must not be twice in %s',
    async (name) => {
      const disk = await aLibrary();
      const one = name === 'marks.jsonl' ? Buffer.from(marksLine(FIRST, 'أ')) : line(coming);
      disk.put(COPY_PATH, copyOf([entryOf(name, Buffer.concat([one, one]))]));

      expect(await openLibraryHere(disk, 200).backup.choose()).toEqual({
        ok: false,
        error: { code: 'backup/damaged' },
      });
    },
  );
});
