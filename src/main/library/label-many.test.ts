import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#shared/domain/article.ts';
import { type MemoryDisk, createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { createLabeller } from './label-many.ts';
import { openOwnArticles } from './own-articles.ts';
import { anOwnArticle } from './testing/an-own-article.ts';

const COUNT = 60;

async function aLibrary(disk: MemoryDisk) {
  const own = open(disk);
  for (let at = 0; at < COUNT; at++) await own.add(anOwnArticle([`خبر رقم ${at}`, 'نصّه']));
  return own;
}

const open = (disk: MemoryDisk) =>
  openOwnArticles({
    dataFolder: '/data',
    fs: disk,
    now: () => new Date(Date.UTC(2026, 0, 5)),
    readOnly: null,
  });

const labellerOf = (disk: MemoryDisk, own: ReturnType<typeof open>, told: ArticleId[] = []) =>
  createLabeller({ own, fs: disk, dataFolder: '/data', onLabelled: (id) => told.push(id) });

const idsOf = (own: ReturnType<typeof open>): ArticleId[] => own.list().map(({ id }) => id);
const tagsIn = (own: ReturnType<typeof open>): string[] =>
  own.list().map(({ own: mine }) => mine?.tags.join(' ') ?? '');

describe('labels of many articles', () => {
  it('are set together, and the earlier ones are returned', async () => {
    const disk = createMemoryDisk();
    const own = await aLibrary(disk);
    const told: ArticleId[] = [];
    const labeller = labellerOf(disk, own, told);

    const before = await labeller.label([
      { articleIds: idsOf(own), tags: ['الزراعة'], collections: ['الموسم'] },
    ]);
    expect(new Set(tagsIn(own))).toEqual(new Set(['الزراعة']));
    expect(told).toHaveLength(COUNT);

    if (!before.ok) throw new Error(before.error.code);
    await labeller.label(before.value);
    expect(new Set(tagsIn(own))).toEqual(new Set(['']));
    expect(disk.paths().filter((path) => path.endsWith('labels.json'))).toEqual([]);
  });

  it.each(['{"version":2,"groups":[]}', '{"version":1,"gro'])(
    'keep an unfinished change that this version cannot read: %s',
    async (unread) => {
      const disk = createMemoryDisk();
      const own = await aLibrary(disk);
      disk.put('/data/library/labels.json', unread);
      const labeller = labellerOf(disk, own);
      await labeller.resume();

      await labeller.label([{ articleIds: idsOf(own), tags: ['الزراعة'], collections: [] }]);

      expect(new Set(tagsIn(own))).toEqual(new Set(['الزراعة']));
      expect(Buffer.from(disk.read('/data/quarantine/labels.json')).toString('utf8')).toBe(unread);
      expect(disk.exists('/data/library/labels.json')).toBe(false);
    },
  );

  it('are set completely or not at all after a kill at any moment, at the latest by resume', async () => {
    for (const step of [1, 5, 20, 60, 120, 200]) {
      const disk = createMemoryDisk();
      const own = await aLibrary(disk);
      own.close();
      const ids = idsOf(own);
      const copy = disk.copy();
      const running = open(copy);
      const from = copy.calls();
      // From here on nothing reaches the disk, as after a kill.
      copy.fault = ({ index }) => (index >= from + step ? 'before' : null);
      await labellerOf(copy, running).label([{ articleIds: ids, tags: ['وسم'], collections: [] }]);
      copy.fault = () => null;

      const again = open(copy);
      await labellerOf(copy, again).resume();

      const tags = new Set(tagsIn(again));
      expect(again.list()).toHaveLength(COUNT);
      expect(tags.size, `after ${step} steps: ${[...tags].join()}`).toBe(1);
    }
  });

  it('stay unchanged when the disk refuses in the middle', async () => {
    const disk = createMemoryDisk();
    const own = await aLibrary(disk);
    const ids = idsOf(own);
    const from = disk.calls();
    disk.fault = ({ index }) => (index === from + 100 ? 'before' : null);

    const answer = await labellerOf(disk, own).label([
      { articleIds: ids, tags: ['وسم'], collections: [] },
    ]);

    expect(answer).toMatchObject({ ok: false, error: { code: 'library/not-saved' } });
    expect(new Set(tagsIn(open(disk)))).toEqual(new Set(['']));
  });

  it('skip unknown articles', async () => {
    const disk = createMemoryDisk();
    const own = await aLibrary(disk);
    // The pattern of the brand is wider than that of own ids.
    const unknown = 'own-00000000000000000000' as ArticleId;

    expect(
      await labellerOf(disk, own).label([
        { articleIds: [unknown], tags: ['وسم'], collections: [] },
      ]),
    ).toEqual({ ok: true, value: [] });
  });
});
