import { describe, expect, it } from 'vitest';
import type { Article } from '#shared/domain/article.ts';
import type { RefusalReason } from '../disk/file-system.ts';
import { encodeFramed } from '../disk/framed-json.ts';
import { type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { type OwnArticles, openOwnArticles } from './own-articles.ts';
import { anOwnArticle } from './testing/an-own-article.ts';

interface Options {
  readonly at?: number;
  readonly readOnly?: RefusalReason;
  readonly onCorrected?: (article: Article) => void;
}

function open(disk: MemoryDisk, options: Options = {}): OwnArticles {
  const { at = Date.UTC(2026, 0, 5), readOnly = null, ...listeners } = options;
  const now = () => new Date(at);
  return openOwnArticles({ dataFolder: '/data', fs: disk, now, readOnly, ...listeners });
}

/** Returns a disk with these articles, as a run of the app leaves it. */
async function diskWith(...added: readonly Article[]): Promise<MemoryDisk> {
  const disk = createMemoryDisk();
  const articles = open(disk);
  for (const article of added) await articles.add(article);
  articles.close();
  return disk;
}

const titles = (articles: OwnArticles): string[] =>
  articles
    .list()
    .map(({ title }) => title)
    .toSorted();

const DAMAGED = { kind: 'damaged', reason: null };

function ownOf({ own }: Article) {
  if (!own) throw new Error('an own article says where it came from');
  return own;
}

const first = anOwnArticle(['الخبر الأول', 'نصّه']);
const second = anOwnArticle(['الخبر الثاني', 'نصّه أيضًا']);

describe('the own articles', () => {
  it('exist after the next start, word for word', async () => {
    const disk = await diskWith(first, second);

    const again = open(disk);

    expect(titles(again)).toEqual(['الخبر الأول', 'الخبر الثاني']);
    expect(again.read(first.id)).toEqual({ ok: true, value: first });
  });

  it('are found by their original and by their text', async () => {
    const articles = open(createMemoryDisk());
    await articles.add(first);

    expect(articles.findByOriginal(first.own?.original.sha256 ?? '')?.id).toBe(first.id);
    expect(articles.findByContent(first.contentHash)?.id).toBe(first.id);
    expect(articles.findByContent(second.contentHash)).toBeUndefined();
  });

  it('open without the catalogue and with a torn one', async () => {
    const disk = await diskWith(first, second);
    const catalogue = disk.paths().find((path) => path.includes('catalogue-')) ?? '';

    disk.put(catalogue, disk.read(catalogue).slice(0, 300));
    expect(titles(open(disk))).toHaveLength(2);
    disk.remove(catalogue);
    expect(titles(open(disk))).toHaveLength(2);
  });

  it('show a changed article as it is, whatever the catalogue says', async () => {
    const disk = await diskWith(first);
    const catalogue = disk.paths().find((path) => path.includes('catalogue-')) ?? '';
    const old = disk.read(catalogue);
    const later = open(disk);
    later.replace({ ...first, title: 'عنوان صُحِّح' });
    // The power fails before the new summary is on the disk, but after the announcement of the change.
    const second = disk.paths().findLast((path) => path.includes('catalogue-')) ?? '';
    const touch = Buffer.from(disk.read(second)).toString('utf8').split('\n')[0] ?? '';
    disk.put(second, `${touch}\n`);
    disk.put(catalogue, old);

    expect(titles(open(disk))).toEqual(['عنوان صُحِّح']);
  });

  it('get their present summary when there is time, although the newest part of the catalogue is lost', async () => {
    const disk = await diskWith(first, second);
    const later = open(disk);
    later.replace({ ...first, title: 'عنوان صُحِّح' });
    later.close();
    disk.remove(disk.paths().findLast((path) => path.includes('catalogue-')) ?? '');
    const corrected: string[] = [];
    const again = open(disk, { onCorrected: ({ title }) => corrected.push(title) });
    const read = disk.read.bind(disk);
    const opened: string[] = [];
    disk.read = (path) => {
      if (path.endsWith('article.json')) opened.push(path);
      return read(path);
    };

    again.tidy();
    await expect.poll(() => titles(again)).toContain('عنوان صُحِّح');

    expect(corrected).toEqual(['عنوان صُحِّح']);
    // An article whose summary is right is not decoded.
    expect(opened).toEqual([`/data/library/${first.id}/article.json`]);
    expect(titles(open(disk))).toContain('عنوان صُحِّح');
  });

  it('are not checked while a restore changes them', async () => {
    const disk = await diskWith(first, second);
    const again = open(disk);
    again.expectChanges([first.id]);
    for (const { id } of [first, second]) disk.remove(`/data/library/${id}/article.json`);

    again.tidy();
    await expect.poll(() => again.damages().map(({ id }) => id)).toEqual([second.id]);

    expect(again.summary(first.id)).toMatchObject({ title: first.title });
    expect(again.summary(first.id)?.trouble).toBeUndefined();
  });

  it('keep the bytes of a damaged second copy of their details, and write a new one when idle', async () => {
    const disk = createMemoryDisk();
    await open(disk).add(first);
    const path = `/data/library/${first.id}/details.json`;
    const whole = Buffer.from(disk.read(path));
    const cut = whole.subarray(0, 40);
    disk.put(path, cut);

    open(disk).tidy();

    await expect.poll(() => Buffer.from(disk.read(path)).length).toBe(whole.length);
    const aside = disk.paths().filter((each) => each.startsWith('/data/quarantine/'));
    expect(aside.map((each) => Buffer.from(disk.read(each)))).toEqual([cut]);
  });

  it('leave a second copy of their details alone that only a newer version can read', async () => {
    const disk = createMemoryDisk();
    await open(disk).add(first);
    const path = `/data/library/${first.id}/details.json`;
    const newer = encodeFramed({ schemaVersion: 9, data: { pages: [] } });
    disk.put(path, newer);
    const articles = open(disk);

    expect(articles.read(first.id).ok).toBe(true);
    expect(articles.replace({ ...first, title: 'عنوان صُحِّح' }).ok).toBe(true);
    expect(Buffer.from(disk.read(path)).toString('utf8')).toBe(newer);
  });

  it('keep a change although the second copy of their details cannot be written, and write it later', async () => {
    const disk = createMemoryDisk();
    const articles = open(disk);
    await articles.add(first);
    disk.fault = ({ name, path }) =>
      name === 'rename' && path.endsWith('details.json') ? 'before' : null;

    const changed = articles.replace({ ...first, title: 'عنوان صُحِّح' });
    disk.fault = () => null;

    expect([changed.ok, titles(articles)]).toEqual([true, ['عنوان صُحِّح']]);
    articles.close();
    open(disk).tidy();
    const details = () => Buffer.from(disk.read(`/data/library/${first.id}/details.json`));
    await expect.poll(() => details().toString('utf8')).toContain('عنوان صُحِّح');
  });

  it('move a damaged article to quarantine and go on', async () => {
    const disk = createMemoryDisk();
    const articles = open(disk);
    await articles.add(first);
    await articles.add(second);
    const path = `/data/library/${first.id}/article.json`;
    const bytes = Buffer.from(disk.read(path));
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    disk.put(path, bytes);

    expect(articles.read(first.id)).toMatchObject({ error: { code: 'library/damaged' } });
    expect(articles.damages()).toMatchObject([{ id: first.id, details: { title: first.title } }]);
    expect(articles.summary(first.id)).toMatchObject({ title: first.title, trouble: DAMAGED });
    const kept = disk.paths().find((each) => each.startsWith('/data/quarantine/')) ?? '';
    expect(Buffer.from(disk.read(kept))).toEqual(bytes);
    expect((await articles.add(first)).ok).toBe(true);
    expect(articles.damages()).toEqual([]);
    expect(open(disk).read(first.id)).toEqual({ ok: true, value: first });
  });

  it.each([
    ['the catalogue', /details\.json$/],
    ['their second copy', /catalogue-/],
  ])('keep the details of a damaged article from %s', async (_where, lost) => {
    const disk = createMemoryDisk();
    await open(disk).add({ ...first, own: { ...ownOf(first), tags: ['ماء'] } });
    disk.put(`/data/library/${first.id}/article.json`, '{"sha256":"');
    for (const path of disk.paths()) if (lost.test(path)) disk.remove(path);

    for (const articles of [open(disk), open(disk)]) {
      articles.read(first.id);
      expect(articles.damages()).toMatchObject([{ details: { own: { tags: ['ماء'] } } }]);
    }
  });

  it('report an article as damaged when its folder is missing, unless it was removed', async () => {
    const disk = createMemoryDisk();
    const articles = open(disk);
    await articles.add(first);
    await articles.add(second);
    articles.remove(second.id);
    articles.close();
    disk.removeFolder(`/data/library/${first.id}`);

    expect(open(disk, { readOnly: 'locked' }).list()).toEqual([]);
    const again = open(disk);
    expect(again.damages()).toMatchObject([{ id: first.id, details: { title: first.title } }]);
    expect(titles(again)).toEqual([first.title]);
  });

  it('open and forget nothing when the disk does not list them', async () => {
    const disk = createMemoryDisk();
    await open(disk).add(first);
    const { list } = disk;
    disk.list = (path) => {
      if (path === '/data/library') throw Object.assign(new Error('no'), { code: 'EIO' });
      return list(path);
    };
    const articles = open(disk);
    disk.list = list;

    expect([articles.isListed, titles(articles)]).toEqual([false, []]);
    expect(open(disk).read(first.id).ok).toBe(true);
  });

  it('do not overwrite a damaged file that cannot be moved to quarantine', async () => {
    const disk = createMemoryDisk();
    await open(disk).add(first);
    const path = `/data/library/${first.id}/article.json`;
    disk.put(path, 'cut');
    disk.fault = ({ name, path: of }) =>
      name === 'rename' && of.includes('quarantine') ? 'before' : null;
    const articles = open(disk);

    articles.read(first.id);
    expect(articles.replace(first).ok).toBe(false);
    expect(Buffer.from(disk.read(path)).toString('utf8')).toBe('cut');
  });

  it('move to the bin and are restored completely, however late', async () => {
    const disk = createMemoryDisk();
    const articles = open(disk);
    await articles.add(first);

    expect(articles.remove(first.id).ok).toBe(true);
    expect(titles(open(disk))).toEqual([]);
    expect(articles.restore(first.id).ok).toBe(true);
    expect(articles.read(first.id)).toEqual({ ok: true, value: first });

    articles.remove(first.id);
    const late = open(disk, { at: Date.UTC(2027, 0, 5) });
    late.tidy();
    expect(late.restore(first.id).ok).toBe(true);
    expect(late.read(first.id)).toEqual({ ok: true, value: first });
  });

  it('merge the catalogue of many runs without loss', async () => {
    const disk = createMemoryDisk();
    for (let run = 0; run < 6; run++) {
      const articles = open(disk);
      await articles.add(anOwnArticle([`خبر ${run}`]));
      articles.close();
    }
    open(disk).tidy();

    expect(disk.paths().filter((path) => path.includes('catalogue-'))).toHaveLength(1);
    expect(open(disk).list()).toHaveLength(6);
  });

  it('change nothing without the permission to write', async () => {
    const disk = createMemoryDisk();
    await open(disk).add(first);
    const before = disk.paths();
    const articles = open(disk, { readOnly: 'locked' });

    expect(await articles.add(second)).toMatchObject({
      error: { code: 'library/not-saved', params: { reason: 'locked' } },
    });
    expect(articles.remove(first.id)).toMatchObject({ error: { params: { reason: 'locked' } } });
    expect(disk.paths()).toEqual(before);
  });

  it('write no catalogue while another process does, even when it added articles', async () => {
    const disk = createMemoryDisk();
    await open(disk).add(first);
    for (const path of disk.paths()) if (path.includes('catalogue-')) disk.remove(path);
    const before = disk.paths();

    const articles = open(disk, { readOnly: 'locked' });
    articles.close();

    expect(titles(articles)).toEqual(['الخبر الأول']);
    expect(disk.paths()).toEqual(before);
  });

  it('are added completely or not at all when any disk step or the power fails', async () => {
    const count = async (act: (articles: OwnArticles) => Promise<unknown>): Promise<number> => {
      const disk = createMemoryDisk();
      const articles = open(disk);
      await articles.add(first);
      const before = disk.calls();
      await act(articles);
      return disk.calls() - before;
    };
    const act = async (articles: OwnArticles) => {
      const added = await articles.add(second);
      const changed = articles.replace({ ...first, title: 'عنوان جديد' });
      return { added: added.ok, changed: changed.ok };
    };
    const steps = await count(act);
    expect(steps).toBeGreaterThan(10);

    for (let step = 0; step < steps; step++) {
      for (const fault of ['before', 'after', 'short'] as const) {
        const disk = createMemoryDisk();
        const articles = open(disk);
        await articles.add(first);
        const from = disk.calls();
        disk.fault = ({ index }) => (index === from + step ? fault : null);
        const acknowledged = await act(articles);
        disk.fault = () => null;
        for (const kept of [0, 0.5, 1]) {
          const survivor = disk.copy();
          survivor.cutPower(kept);
          const again = open(survivor);
          expect(again.damages()).toEqual([]);
          for (const { id, title } of again.list()) {
            const read = again.read(id);
            expect(read.ok && read.value.title).toBe(title);
          }
          if (acknowledged.added) expect(titles(again)).toContain('الخبر الثاني');
          if (acknowledged.changed) expect(titles(again)).toContain('عنوان جديد');
          expect(again.summary(first.id)).toBeDefined();
        }
      }
    }
  });
});
