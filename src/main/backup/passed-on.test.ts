import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import { succeed } from '#shared/domain/result.ts';
import { openOwnArticles } from '../library/own-articles.ts';
import { anOwnArticle } from '../library/testing/an-own-article.ts';
import { temporaryBeside } from '../disk/file-system.ts';
import { FOLDER } from '../store/testing/in-memory-store.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { librarySources } from './library-sources.ts';
import { placeInMemory } from './process/reader-here.ts';
import { copyOf, entryOf } from './testing/build-zip.ts';
import { COPY_PATH, openLibraryHere } from './testing/library-here.ts';
import { writeArchive } from './write-archive.ts';

const FILE = '/home/sara/copy.hashiya';
const now = () => new Date('2026-01-02T03:04:05.000Z');

/** Creates an article from a folder whose name is private. */
function fromFolder() {
  const article = anOwnArticle(['خبر']);
  if (!article.own) throw new Error('an own article says where it came from');
  const original = { ...article.own.original, path: '/home/sara/مصدر سري/خبر.txt' };
  return { ...article, own: { ...article.own, original } };
}

/** Creates a library with that article on a disk, and returns the entries of a copy of it. */
async function copied(disk = createMemoryDisk()) {
  const own = openOwnArticles({ dataFolder: FOLDER, fs: disk, now, readOnly: null });
  await own.add(fromFolder());
  const tools = { fs: disk, open: (path: string) => succeed(placeInMemory(disk, path)), now };
  const sources = librarySources(
    { ...tools, dataFolder: FOLDER, settings: DEFAULT_SETTINGS },
    { withOriginals: true, onLeftOut: () => undefined },
  );
  const place = { path: FILE, temporary: temporaryBeside(FILE) };
  writeArchive(tools, place, sources, (entries) => ({ entries }));
  return { own, disk, entries: unzipSync(disk.read(FILE)) };
}

describe('a copy that is given to others', () => {
  it('has the name of an original, but not the path of its folder', async () => {
    const { own, entries } = await copied();
    const texts = Object.values(entries).map((bytes) => Buffer.from(bytes).toString('utf8'));

    expect(texts.join('')).toContain('خبر.txt');
    expect(texts.join('')).not.toContain('sara');
    // In the library the path stays, because it identifies another version of the same file.
    expect(own.list()[0]?.own?.original.path).toBe('/home/sara/مصدر سري/خبر.txt');
  });

  it('names no folder to anyone who restores it, whoever made it', async () => {
    const { disk, entries } = await copied();
    const planted = disk.read(`${FOLDER}/library/${fromFolder().id}/article.json`);
    const contents = { ...entries, 'articles.jsonl': planted };
    const copy = Object.entries(contents).filter(([name]) => name !== 'hashiya.json');
    disk.put(COPY_PATH, copyOf(copy.map(([name, bytes]) => entryOf(name, bytes))));
    const other = createMemoryDisk();
    other.put(COPY_PATH, disk.read(COPY_PATH));
    const library = openLibraryHere(other, 200);
    const offer = await library.backup.choose();
    if (!offer.ok || !offer.value) throw new Error(JSON.stringify(offer));
    await library.backup.restore(offer.value.token, { withSettings: false });

    expect(library.own.list().map(({ own }) => own?.original.path)).toEqual([null]);
  });

  it("does not touch the reader's files beside it", async () => {
    const disk = createMemoryDisk();
    disk.put(`${FILE}.part`, 'half a download');

    await copied(disk);

    expect(Buffer.from(disk.read(`${FILE}.part`)).toString()).toBe('half a download');
    expect(disk.paths().filter((path) => path.startsWith('/home/'))).toEqual([
      FILE,
      `${FILE}.part`,
    ]);
  });
});
