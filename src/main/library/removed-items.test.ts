import { describe, expect, it } from 'vitest';
import type { Article } from '#shared/domain/article.ts';
import { encodeFramed } from '../disk/framed-json.ts';
import { type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { openOwnArticles } from './own-articles.ts';
import { createRemovedItems } from './removed-items.ts';
import { anOwnArticle } from './testing/an-own-article.ts';

const AT = '2026-01-05T00:00:00.000Z';
const now = () => new Date(AT);

function open(disk: MemoryDisk, isOwner: () => boolean = () => true) {
  const own = openOwnArticles({ dataFolder: '/data', fs: disk, now, readOnly: null });
  const removed = createRemovedItems({ own, fs: disk, dataFolder: '/data', now, isOwner });
  return { own, removed };
}

function sha256Of({ own }: Article): string {
  if (!own) throw new Error('an own article says where it came from');
  return own.original.sha256;
}

const originalPath = (article: Article): string => `/data/library/originals/${sha256Of(article)}`;
const namePath = (article: Article): string => `/data/library/original-names/${sha256Of(article)}`;
const filePath = (article: Article, name = 'article.json'): string =>
  `/data/library/${article.id}/${name}`;
const inBin = (disk: MemoryDisk): string[] =>
  disk.paths().filter((path) => path.startsWith('/data/library/bin/'));

const first = anOwnArticle(['الخبر الأول', 'نصّه']);
const second = anOwnArticle(['الخبر الثاني', 'نصّه أيضًا']);

/** A library with these articles and their originals; the first one is in the bin. */
async function aLibrary(...articles: readonly Article[]): Promise<MemoryDisk> {
  const disk = createMemoryDisk();
  const { own } = open(disk);
  for (const article of articles) {
    await own.add(article);
    disk.put(originalPath(article), `أصل ${article.title}`);
    disk.put(namePath(article), 'name');
  }
  own.remove(first.id);
  own.close();
  return disk;
}

const without = (disk: MemoryDisk, part: string): void => {
  for (const path of disk.paths()) if (path.includes(part)) disk.remove(path);
};

const IN_DOUBT = { ok: false, error: { code: 'library/in-doubt' } };

describe('removed items', () => {
  it('are listed with their titles and removed for good with their originals', async () => {
    const disk = await aLibrary(first, second);
    const { removed } = open(disk);
    expect(await removed.list()).toEqual([
      { articleId: first.id, title: first.title, removedAt: AT, sizeBytes: 9, isBack: false },
    ]);

    expect(await removed.erase([first.id])).toEqual({ ok: true, value: null });

    expect(await removed.list()).toEqual([]);
    expect(inBin(disk)).toEqual([]);
    expect(disk.exists(originalPath(first))).toBe(false);
    expect(disk.exists(originalPath(second))).toBe(true);
    expect([first, second].map((each) => disk.exists(namePath(each)))).toEqual([false, true]);
    expect(open(disk).own.list()).toMatchObject([{ id: second.id }]);
  });

  it('leave an original that another article uses, also as a former original', async () => {
    const sharing = { ...second, own: second.own && { ...second.own } };
    if (sharing.own) sharing.own.formerOriginals = [sha256Of(first)];
    const disk = await aLibrary(first, sharing);

    expect((await open(disk).removed.erase([first.id])).ok).toBe(true);

    expect(inBin(disk)).toEqual([]);
    expect(disk.exists(originalPath(first))).toBe(true);
  });

  it('leave an original that another removed article uses, until that is removed for good, too', async () => {
    const sharing = anOwnArticle(['خبر آخر'], { own: first.own });
    const disk = await aLibrary(first, second, sharing);
    const { own, removed } = open(disk);
    own.remove(sharing.id);

    await removed.erase([first.id]);
    expect(disk.exists(originalPath(first))).toBe(true);
    await removed.erase([sharing.id]);
    expect(disk.exists(originalPath(first))).toBe(false);
  });

  it('are not removed while nothing is known of a damaged article', async () => {
    const disk = await aLibrary(first, second);
    without(disk, 'catalogue-');
    disk.put(filePath(second), 'cut');
    disk.put(filePath(second, 'details.json'), 'cut');

    expect(await open(disk).removed.erase([first.id])).toMatchObject(IN_DOUBT);

    expect(inBin(disk)).toHaveLength(2);
    expect(disk.exists(originalPath(first))).toBe(true);
  });

  it('are removed beside a damaged article whose details name another original', async () => {
    const disk = await aLibrary(first, second);
    disk.put(filePath(second), 'cut');
    const { own, removed } = open(disk);
    // Once the article is known to be damaged, its details alone must suffice.
    expect(own.read(second.id).ok).toBe(false);

    expect((await removed.erase([first.id])).ok).toBe(true);

    expect(disk.exists(originalPath(first))).toBe(false);
    expect(disk.exists(originalPath(second))).toBe(true);
  });

  it('leave an original that a newer version names in an unknown field', async () => {
    const disk = await aLibrary(first, second);
    without(disk, 'catalogue-');
    const data = { ...second, pages: [{ from: sha256Of(first) }] };
    disk.put(filePath(second), encodeFramed({ schemaVersion: 3, savedAt: AT, data }));

    expect((await open(disk).removed.erase([first.id])).ok).toBe(true);

    expect(disk.exists(originalPath(first))).toBe(true);
  });

  it.each(['{"schemaVersion":3,"pieces":["article.bin"]}', '{"v":7}'])(
    'stay whole beside an article in the form of a newer version: %s',
    async (text) => {
      const disk = await aLibrary(first, second);
      without(disk, 'catalogue-');
      disk.put(filePath(second), text);

      expect(await open(disk).removed.erase([first.id])).toMatchObject(IN_DOUBT);
      expect(disk.exists(originalPath(first))).toBe(true);
    },
  );

  it('are not removed while the disk cannot read the record of another article', async () => {
    const disk = await aLibrary(first, second);
    const { removed } = open(disk);
    const { read } = disk;
    disk.read = (path) => {
      if (path.includes(second.id)) throw Object.assign(new Error('no'), { code: 'EIO' });
      return read(path);
    };

    expect(await removed.erase([first.id])).toMatchObject({
      error: { params: { title: second.title } },
    });
    expect(disk.exists(originalPath(first))).toBe(true);
  });

  it('are not removed while the disk reads only the details of another removed article', async () => {
    const disk = await aLibrary(first, second);
    const { own, removed } = open(disk);
    own.remove(second.id);
    const { read } = disk;
    disk.read = (path) => {
      if (path.includes(second.id) && path.endsWith('article.json'))
        throw Object.assign(new Error('no'), { code: 'EIO' });
      return read(path);
    };

    expect(await removed.erase([first.id])).toMatchObject(IN_DOUBT);
    expect(disk.exists(originalPath(first))).toBe(true);
  });

  it('leave the original of an article that is restored during the check of the others', async () => {
    const disk = await aLibrary(first, second);
    const { own, removed } = open(disk);
    const { read } = disk;
    disk.read = (path) => {
      const bytes = read(path);
      if (path.includes(second.id) && own.summary(first.id) === undefined) own.restore(first.id);
      return bytes;
    };

    expect((await removed.erase([first.id])).ok).toBe(true);

    expect(own.read(first.id).ok).toBe(true);
    expect(disk.exists(originalPath(first))).toBe(true);
  });

  it('are removed with the original that the id names when nothing else is readable', async () => {
    const disk = await aLibrary(first, second);
    for (const path of inBin(disk)) disk.put(path, 'cut');
    const { removed } = open(disk);
    expect(await removed.list()).toMatchObject([{ title: first.id, sizeBytes: null }]);

    expect((await removed.erase([first.id])).ok).toBe(true);

    expect(disk.exists(originalPath(first))).toBe(false);
    expect(disk.exists(originalPath(second))).toBe(true);
  });

  it('leave the original of the same article when it was added to the library again', async () => {
    const disk = await aLibrary(first, second);
    const { own, removed } = open(disk);
    await own.add(first);
    expect(await removed.list()).toMatchObject([{ articleId: first.id, isBack: true }]);

    expect((await removed.erase([first.id])).ok).toBe(true);

    expect(disk.exists(originalPath(first))).toBe(true);
    expect(own.read(first.id).ok).toBe(true);
  });

  it('stay when the process loses the data folder, also in the middle', async () => {
    const disk = await aLibrary(first, second);
    const before = disk.paths();
    const locked = { error: { code: 'library/not-saved', params: { reason: 'locked' } } };

    expect(await open(disk, () => false).removed.erase([first.id])).toMatchObject(locked);
    let asked = 0;
    const losing = open(disk, () => (asked += 1) < 2);
    expect(await losing.removed.erase([first.id])).toMatchObject(locked);

    expect(disk.paths()).toEqual(before);
  });

  it('are not confused with articles outside the bin', async () => {
    const disk = await aLibrary(first, second);
    expect(await open(disk).removed.erase([second.id])).toMatchObject({
      error: { code: 'library/not-found' },
    });
    expect(disk.exists(originalPath(second))).toBe(true);
  });

  it('are in the bin or removed, and can be removed again, whatever step fails', async () => {
    const clean = await aLibrary(first, second);
    const from = clean.calls();
    await open(clean).removed.erase([first.id]);
    const steps = clean.calls() - from;
    expect(steps).toBeGreaterThan(5);

    for (let step = 0; step < steps; step++)
      for (const fault of ['before', 'after'] as const) {
        const disk = await aLibrary(first, second);
        const start = disk.calls();
        disk.fault = ({ index }) => (index === start + step ? fault : null);
        const erased = await open(disk).removed.erase([first.id]);
        disk.fault = () => null;
        const survivor = disk.copy();
        survivor.cutPower(1);
        const again = open(survivor);
        const left = await again.removed.list();
        if (erased.ok) expect([left, survivor.exists(originalPath(first))]).toEqual([[], false]);
        else if (left.length === 0) expect(survivor.exists(originalPath(first))).toBe(false);
        else expect((await again.removed.erase([first.id])).ok).toBe(true);
        expect(again.own.read(second.id).ok).toBe(true);
        expect(survivor.exists(originalPath(second))).toBe(true);
      }
  });
});
