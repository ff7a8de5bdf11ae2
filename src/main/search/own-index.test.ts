import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anArticle } from './an-article.test-builder.ts';
import { arabicLikeWord } from './arabic-like-word.test-builder.ts';
import { buildIndex } from './build-index.ts';
import type { SearchEngine, SearchableArticle } from './engine.ts';
import { createSearchEngine } from './lunr-engine.ts';
import { MemoryDisk } from './memory-disk.test-builder.ts';
import { OwnIndex } from './own-index.ts';
import type { Segment } from './segment.ts';

/** Number of articles in one full part. */
const FULL = 5;

const bundled = [
  anArticle('bundled-1', 'الخطة الأمنية', 'أعلنت الحكومة خطة جديدة في بغداد.'),
  anArticle('bundled-2', 'كاميرات حرارية', 'نُصبت كاميرات على الحدود قرب بغداد.'),
];
const shipped = buildIndex(bundled);

const openOwn = (engine: SearchEngine<Segment>, disk: MemoryDisk) =>
  new OwnIndex(engine, disk, { articles: [...disk.articles.values()], troubled: [] }, () => {});

/** The engine of a worker that has just started and loaded everything. */
function start(disk: MemoryDisk): { engine: SearchEngine<Segment>; own: OwnIndex<Segment> } {
  const engine = createSearchEngine({ maxSegmentArticles: FULL });
  expect(engine.loadShipped(shipped, bundled).ok).toBe(true);
  const own = openOwn(engine, disk);
  while (own.step());
  return { engine, own };
}

/** An engine that was never stored. */
function buildFresh(articles: Iterable<SearchableArticle>): SearchEngine<Segment> {
  const engine = createSearchEngine({ maxSegmentArticles: FULL });
  engine.loadShipped(shipped, bundled);
  engine.add([...articles]);
  return engine;
}

const ask = (engine: SearchEngine, text: string) =>
  engine.query({ text, matching: 'family', typing: false });

/** Everything except the scores, which Lunr rounds: hits by id, with matches and snippets. */
function foundBy(engine: SearchEngine, text: string) {
  const { hits, ...rest } = ask(engine, text);
  const byId = hits.toSorted((a, b) => (a.articleId < b.articleId ? -1 : 1));
  return { ...rest, hits: byId.map((hit) => ({ ...hit, score: 0 })) };
}

function expectEqual(stored: SearchEngine, fresh: SearchEngine, texts: readonly string[]): void {
  for (const text of texts) {
    expect(foundBy(stored, text)).toEqual(foundBy(fresh, text));
    const scores = new Map(ask(fresh, text).hits.map(({ articleId, score }) => [articleId, score]));
    for (const { articleId, score } of ask(stored, text).hits)
      expect(score).toBeCloseTo(scores.get(articleId) ?? 0, 1);
  }
}

const aText = (n: number): SearchableArticle =>
  anArticle(`own-${n}`, `خبر رقم ${n}`, `زلزال ${n % 3 === 0 ? 'قويّ' : 'خفيف'} في بغداد`, `ن${n}`);

function aDisk(count: number): MemoryDisk {
  const disk = new MemoryDisk();
  for (let n = 0; n < count; n += 1) disk.put(aText(n));
  return disk;
}

describe('the index of the own articles', () => {
  it('is read from the disk at the next start without reading any article', () => {
    const disk = aDisk(12);
    start(disk).own.saveAll();
    disk.reads.length = 0;

    const { engine } = start(disk);

    expect(disk.reads).toEqual([]);
    expect(disk.list()).toHaveLength(3);
    expectEqual(engine, buildFresh(disk.articles.values()), ['زلزال', 'بغداد', 'قوي', 'خبر']);
  });

  it('is not written again when nothing changed', () => {
    const disk = aDisk(12);
    start(disk).own.saveAll();
    const before = [...disk.files];

    start(disk).own.saveAll();

    expect([...disk.files]).toEqual(before);
  });

  it('reads what was added, changed or removed in the meantime from the articles', () => {
    const disk = aDisk(12);
    start(disk).own.saveAll();
    disk.put(aText(12), anArticle('own-3', 'خبر رقم 3', 'فيضان'), {
      ...aText(4),
      title: 'عنوان جديد',
    });
    disk.articles.delete(aText(11).id);
    disk.articles.delete(aText(0).id);
    disk.reads.length = 0;

    const { engine } = start(disk);

    expect(disk.reads.toSorted()).toEqual(['own-12', 'own-3', 'own-4']);
    expectEqual(engine, buildFresh(disk.articles.values()), ['زلزال', 'فيضان', 'عنوان', 'ن11']);
  });

  it('reads an article again that got chapters and pages, and names them in its places', () => {
    const disk = aDisk(3);
    start(disk).own.saveAll();
    const structure = {
      outline: [{ level: 1, title: 'باب الأرض', at: 0 }],
      pages: [{ label: '١٢', at: 0 }],
      assets: [],
    };
    disk.put({ ...aText(1), structure, convertedBy: 2 });
    disk.reads.length = 0;

    start(disk).own.saveAll();
    expect(disk.reads).toEqual(['own-1']);
    disk.reads.length = 0;
    const { engine } = start(disk);

    expect(disk.reads).toEqual([]);
    const places = ask(engine, 'زلزال').hits.flatMap(({ articleId, snippets }) =>
      snippets.map(({ chapter, page, lastPage }) => [articleId, chapter, page, lastPage]),
    );
    expect(places.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ['own-0', null, null, null],
      ['own-1', 'باب الأرض', '١٢', null],
      ['own-2', null, null, null],
    ]);
  });

  it('reads an article whose file came, changed or went, and no other', () => {
    const disk = aDisk(12);
    const { engine, own } = start(disk);
    disk.put(aText(12), anArticle('own-3', 'خبر رقم 3', 'فيضان'));
    disk.articles.delete(aText(4).id);
    disk.reads.length = 0;

    for (const n of [12, 3, 4]) own.reread(aText(n).id);

    expect(disk.reads).toEqual(['own-12', 'own-3', 'own-4']);
    expect(own.coverage()).toMatchObject({ waiting: 0, unreadable: 1 });
    expectEqual(engine, buildFresh(disk.articles.values()), ['زلزال', 'فيضان', 'خبر', 'ن4']);
  });

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.slice(0, -7)],
    ['empty', () => new Uint8Array(0)],
    ['something else', () => Buffer.from('{"format":1}\n{}')],
    ['of another analyzer', withAnalyzer('old')],
    ['changed in one byte', (bytes: Uint8Array) => bytes.with(bytes.length >> 1, 7)],
  ])('is built again when a part is %s, and the part is replaced', (_, damage) => {
    const disk = aDisk(12);
    start(disk).own.saveAll();
    const [name = ''] = disk.list();
    disk.files.set(name, damage(disk.read(name) ?? new Uint8Array(0)));
    disk.reads.length = 0;

    const { engine, own } = start(disk);
    own.saveAll();

    expect(disk.reads).toHaveLength(FULL);
    expectEqual(engine, buildFresh(disk.articles.values()), ['زلزال', 'قوي', 'ن1']);
    expect(disk.files.has(name)).toBe(false);
    disk.reads.length = 0;
    start(disk);
    expect(disk.reads).toEqual([]);
  });

  it('contains each article once when an interrupted save left it in two parts', () => {
    const disk = aDisk(4);
    start(disk).own.saveAll();
    disk.files.set('part-009', disk.read('part-001') ?? new Uint8Array(0));

    const { engine, own } = start(disk);
    own.saveAll();

    expectEqual(engine, buildFresh(disk.articles.values()), ['زلزال', 'خبر']);
    expect(disk.list()).toEqual(['part-009']);
  });

  it('merges many small parts into few', () => {
    const disk = new MemoryDisk();
    for (let n = 0; n < 30; n += 1) {
      disk.put(aText(n));
      start(disk).own.saveAll();
    }

    expect(disk.list().length).toBeLessThan(16);
    disk.reads.length = 0;
    expectEqual(start(disk).engine, buildFresh(disk.articles.values()), ['زلزال', 'خبر']);
    expect(disk.reads).toEqual([]);
  });

  it('accepts a change while it is still loading', () => {
    const disk = aDisk(12);
    start(disk).own.saveAll();
    const engine = createSearchEngine({ maxSegmentArticles: FULL });
    const own = openOwn(engine, disk);

    own.add([anArticle('own-1', 'خبر رقم 1', 'بركان')]);
    own.remove([aText(2).id]);
    while (own.step());

    expect(ask(engine, 'بركان').hits.map(({ articleId }) => articleId)).toEqual(['own-1']);
    expect(ask(engine, 'زلزال').total).toBe(10);
    expect(engine.locate(aText(2).id, 'زلزال', 'close')).toEqual([]);
  });

  it('reports at every step how many of all articles a query searches', () => {
    const disk = aDisk(12);
    start(disk).own.saveAll();
    disk.put(aText(12), aText(13));
    const engine = createSearchEngine({ maxSegmentArticles: FULL });
    engine.loadShipped(shipped, bundled);
    const own = openOwn(engine, disk);
    disk.articles.delete(aText(13).id);

    const steps = [own.coverage()];
    while (own.step()) steps.push(own.coverage());
    steps.push(own.coverage());

    expect(steps[0]).toEqual({ searched: 2, waiting: 14, unreadable: 0 });
    expect(steps.at(-1)).toEqual({ searched: 15, waiting: 0, unreadable: 1 });
    for (const { searched, waiting, unreadable } of steps)
      expect(searched + waiting + unreadable).toBe(16);
    own.add([aText(13)]);
    own.remove([aText(1).id]);
    expect(own.coverage()).toEqual({ searched: 15, waiting: 0, unreadable: 0 });
  });

  it('counts and identifies unreadable articles until they are added again', () => {
    const disk = aDisk(3);
    const named: string[] = [];
    const engine = createSearchEngine();
    const listed = [...disk.articles.values()];
    const source = { articles: listed.slice(0, 2), troubled: [aText(2).id] };
    const own = new OwnIndex(engine, disk, source, (id) => named.push(id));
    disk.articles.delete(aText(1).id);

    while (own.step());

    expect(named).toEqual(['own-2', 'own-1']);
    expect(own.coverage()).toEqual({ searched: 1, waiting: 0, unreadable: 2 });
    own.add([aText(2)]);
    expect(own.coverage()).toEqual({ searched: 2, waiting: 0, unreadable: 1 });
  });

  it('searches an article at once when it is asked for before it was read', () => {
    const disk = aDisk(12);
    const engine = createSearchEngine({ maxSegmentArticles: FULL });
    const own = openOwn(engine, disk);

    own.readNow(aText(7).id);

    expect(engine.locate(aText(7).id, 'زلزال', 'close')).toHaveLength(1);
    expect(disk.reads).toEqual(['own-7']);
    while (own.step());
    expect(disk.reads.filter((id) => id === 'own-7')).toHaveLength(1);
  });

  it('answers like a new index after any history of changes and restarts', () => {
    const text = fc.array(arabicLikeWord, { minLength: 1, maxLength: 6 });
    const change = fc.oneof(
      fc.record({ put: fc.nat(15), text }),
      fc.record({ drop: fc.nat(15) }),
      fc.constant({ restart: true }),
      fc.constant({ save: true }),
    );
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 40 }),
        fc.array(text, { maxLength: 3 }),
        (all, asked) => {
          const disk = new MemoryDisk();
          let { engine, own } = start(disk);
          for (const each of all) {
            if ('put' in each) {
              const article = anArticle(`own-${each.put}`, each.text[0] ?? '', each.text.join(' '));
              disk.put(article);
              own.add([article]);
            } else if ('drop' in each) {
              disk.articles.delete(aText(each.drop).id);
              own.remove([aText(each.drop).id]);
            } else if ('save' in each) own.saveAll();
            else ({ engine, own } = start(disk));
          }
          const words = all.flatMap((each) => ('put' in each ? each.text : []));
          expectEqual(engine, buildFresh(disk.articles.values()), [
            ...words.slice(0, 8),
            ...asked.map((each) => each.join(' ')),
          ]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Changes the analyzer version in the header and the hash with it. */
function withAnalyzer(version: string): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => {
    const file = Buffer.from(bytes).toString('latin1');
    const rest = file
      .slice(file.indexOf('\n') + 1)
      .replace(/"analyzerVersion":"[^"]+"/u, `"analyzerVersion":"${version}"`);
    const hash = createHash('sha256').update(rest, 'latin1').digest('hex');
    return Buffer.from(`hashiya-segment 1 ${hash}\n${rest}`, 'latin1');
  };
}
