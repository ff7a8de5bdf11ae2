import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tagsOf } from '#shared/arabic/note-tags.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import type { Article } from '#shared/domain/article.ts';
import type { TagChange } from '#shared/domain/tags.ts';
import { sampleArticle, mark } from '../marks-exchange/testing/marked-article.ts';
import { createLibrary } from '../library/library.ts';
import { openOwnArticles } from '../library/own-articles.ts';
import { anOwnArticle } from '../library/testing/an-own-article.ts';
import { AT, openOn } from '../store/testing/in-memory-store.ts';
import { type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { encodeFramed } from '../disk/framed-json.ts';
import { createPendingChange } from './pending-change.ts';
import { createTags } from './tags.ts';

const now = (): Date => new Date(AT);

const bundled = ['first', 'second', 'third'].map((id) => sampleArticle({ id } as Partial<Article>));

/** The parts of the app on a disk, as after a start. */
function openApp(disk: MemoryDisk, pid = 100) {
  const store = openOn(disk, pid);
  const own = openOwnArticles({ dataFolder: '/data', fs: disk, now, readOnly: null });
  const library = createLibrary(bundled, own);
  const changed: string[][] = [];
  const tags = createTags({
    library,
    store,
    own,
    pending: createPendingChange(disk, '/data', now),
    now,
    newId: randomUUID,
    onChange: (marked, articles) => changed.push([...marked, ...articles]),
  });
  return { store, own, library, tags, changed };
}

type App = ReturnType<typeof openApp>;

async function tag(app: App): Promise<void> {
  for (const [index, article] of bundled.entries()) {
    const records = [
      mark(article, index * 10 + 1, 'المتحدث', { tags: ['أمن', 'حدود'] }),
      mark(article, index * 10 + 2, 'المتحدث', { note: 'راجع #الحدود و #أمن.' }),
      mark(article, index * 10 + 3, 'المتحدث', { tags: ['الامن'] }),
    ];
    app.store.change(
      article.id,
      records.map((annotation) => ({
        kind: 'put-annotation',
        articleId: article.id,
        at: AT,
        annotation,
      })),
    );
  }
  const article = anOwnArticle(['خبر عن الحدود.']);
  if (article.own) await app.own.add({ ...article, own: { ...article.own, tags: ['أمن'] } });
}

/** Everything that has tags, as the reader sees it. */
const seen = ({ library, store }: App): unknown =>
  library
    .list()
    .map(({ id, own }) => [
      own?.tags ?? [],
      ...store.read(id).annotations.map(({ tags, note }) => [tags, note]),
    ]);

const rename = (key: string, to: string): TagChange => ({ kind: 'rename', key: tagKey(key), to });

describe('changing a tag everywhere', () => {
  it('renames it in highlights, notes and articles, and can be undone', async () => {
    const app = openApp(createMemoryDisk());
    await tag(app);
    const before = seen(app);

    const renamed = await app.tags.change(rename('أمن', 'الأمن القومي'));

    expect(renamed).toMatchObject({ ok: true, value: { marks: 6, articles: 1 } });
    const [, first, noted, other] = (seen(app) as unknown[][])[0] ?? [];
    expect(first).toEqual([['الأمن القومي', 'حدود'], '']);
    expect(noted).toEqual([[], 'راجع #الحدود و #الأمن_القومي.']);
    expect(other).toEqual([['الامن'], '']);
    expect(app.tags.list().map(({ name }) => name)).not.toContain('أمن');
    expect(app.own.list()[0]?.own?.tags).toEqual(['الأمن القومي']);
    if (!renamed.ok) return;
    expect(await app.tags.put(renamed.value.step, 'before')).toEqual({ ok: true, value: null });
    expect(seen(app)).toEqual(before);
    await app.tags.put(renamed.value.step, 'after');
    expect(app.tags.list().map(({ name }) => name)).toContain('الأمن القومي');
  });

  it('merges two tags: what had both has one, once', async () => {
    const app = openApp(createMemoryDisk());
    await tag(app);

    await app.tags.change(rename('أمن', 'حدود'));

    expect(app.store.read(bundled[0]?.id as Article['id']).annotations[0]?.tags).toEqual(['حدود']);
    expect(app.tags.list()[0]).toMatchObject({ name: 'حدود', marks: 6, articles: 1 });
  });

  it('removes it; in a note only the sign is deleted', async () => {
    const app = openApp(createMemoryDisk());
    await tag(app);

    await app.tags.change({ kind: 'remove', key: tagKey('أمن') });

    const [first] = bundled;
    const { annotations } = app.store.read(first?.id as Article['id']);
    expect(annotations.map(({ tags, note }) => [tags, note])).toEqual([
      [['حدود'], ''],
      [[], 'راجع #الحدود و أمن.'],
      [['الامن'], ''],
    ]);
    expect(annotations.flatMap(tagsOf)).not.toContain('أمن');
    expect(app.own.list()[0]?.own?.tags).toEqual([]);
  });

  it('happens completely or not at all, wherever the app is ended', async () => {
    const start = createMemoryDisk();
    const app = openApp(start);
    await tag(app);
    const before = JSON.stringify(seen(app));
    const copies: MemoryDisk[] = [];
    start.fault = () => {
      copies.push(start.copy());
      return null;
    };
    await app.tags.change(rename('أمن', 'الأمن القومي'));
    const after = JSON.stringify(seen(app));

    const found = new Set<string>();
    for (const [index, copy] of copies.entries()) {
      const again = openApp(copy, 200 + index);
      await again.tags.resume();
      found.add(JSON.stringify(seen(again)));
    }
    expect(copies.length).toBeGreaterThan(20);
    expect([...found].toSorted()).toEqual([before, after].toSorted());
  });

  it.each([
    ['cut', (whole: Buffer) => whole.subarray(0, -20)],
    ['changed', (whole: Buffer) => Buffer.from(whole.toString('latin1').replace('id', 'ib'))],
    ['emptied', () => Buffer.alloc(0)],
  ])('says that an unfinished change was %s, and keeps its bytes', async (_how, harm) => {
    const start = createMemoryDisk();
    const app = openApp(start);
    await tag(app);
    const before = seen(app);
    let copy: MemoryDisk | null = null;
    start.fault = () => {
      if (start.exists('/data/tag-change.json')) copy ??= start.copy();
      return null;
    };
    await app.tags.change(rename('أمن', 'أمان'));
    const disk = copy!;
    const harmed = harm(Buffer.from(disk.read('/data/tag-change.json')));
    disk.put('/data/tag-change.json', harmed);

    const again = openApp(disk, 200);
    await again.tags.resume();

    expect(again.tags.notices()).toEqual([
      { code: 'tags/damaged-change', params: { folder: '/data/quarantine' } },
    ]);
    expect(disk.exists('/data/tag-change.json')).toBe(false);
    const kept = disk.paths().filter((path) => path.endsWith('-tag-change.json'));
    expect(kept.map((path) => Buffer.from(disk.read(path)))).toEqual([harmed]);
    expect(seen(again)).toEqual(before);
    const third = openApp(disk, 300);
    await third.tags.resume();
    expect(third.tags.notices()).toEqual([]);
  });

  it('says that a damaged change stays where it is in a folder that refuses', async () => {
    const disk = createMemoryDisk();
    disk.put('/data/tag-change.json', '{"sha256":"');
    const app = openApp(disk);
    disk.fault = ({ name }) => (name === 'rename' ? 'before' : null);

    await app.tags.resume();

    expect(app.tags.notices()).toEqual([
      { code: 'tags/damaged-change', params: { folder: '/data' } },
    ]);
    expect(disk.exists('/data/tag-change.json')).toBe(true);
  });

  it('keeps an unfinished change of a newer version', async () => {
    const disk = createMemoryDisk();
    const app = openApp(disk);
    await tag(app);
    const newer = encodeFramed({ schemaVersion: 2, data: { renamed: [] } });
    disk.put('/data/tag-change.json', newer);
    await app.tags.resume();
    expect(Buffer.from(disk.read('/data/tag-change.json')).toString('utf8')).toBe(newer);
    expect(app.tags.notices()).toEqual([
      { code: 'tags/newer-change', params: { folder: '/data' } },
    ]);

    expect((await app.tags.change(rename('أمن', 'أمان'))).ok).toBe(true);

    const kept = disk.paths().filter((path) => path.includes('/quarantine/'));
    expect(kept).toEqual([`/data/quarantine/${Date.parse(AT)}-tag-change.json`]);
    expect(Buffer.from(disk.read(kept[0]!)).toString('utf8')).toBe(newer);
  });

  it('changes nothing when the disk is full', async () => {
    const disk = createMemoryDisk();
    const app = openApp(disk);
    await tag(app);
    const before = seen(app);
    let calls = 0;
    // The file of the change and some articles are written, and then the disk is full.
    disk.fault = ({ name }) => (name === 'write' && (calls += 1) > 3 ? 'before' : null);
    const refused = await app.tags.change(rename('أمن', 'الأمن القومي'));
    disk.fault = () => null;

    expect(refused.ok).toBe(false);
    const again = openApp(disk.copy(), 300);
    await again.tags.resume();
    const isWhole = [JSON.stringify(before)].includes(JSON.stringify(seen(again)));
    const code = refused.ok ? '' : refused.error.code;
    // Either nothing has changed, or the app reported that the next start will complete the change.
    expect(isWhole || code === 'tags/unfinished').toBe(true);
  });
});
