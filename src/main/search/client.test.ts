import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import type { ArticleId } from '#shared/domain/article.ts';
import { invariant } from '#shared/domain/result.ts';
import { anAnnotation } from './an-annotation.test-builder.ts';
import { anArticle } from './an-article.test-builder.ts';
import type { ArticleAnnotations } from './annotation-index.ts';
import {
  type SearchClient,
  type SearchState,
  type SearchWorker,
  createSearchClient,
} from './client.ts';
import { buildIndex } from './build-index.ts';
import { MAX_FAILURES } from './failure-count.ts';
import type { SearchRequest } from './protocol.ts';
import { MemoryDisk } from './memory-disk.test-builder.ts';
import type { OwnDisk } from './own-index.ts';
import { serveSearch } from './serve.ts';
import { openWorkerHere } from './worker-here.ts';

const articles = [anArticle('a', 'خبر', 'زلزال في بغداد')];
const query = (text: string) => ({ text, dial: 'close', typing: false }) as const;

/** A worker in this process, which can be made to die. */
class WorkerHere extends EventEmitter implements SearchWorker {
  readonly received: SearchRequest[] = [];
  private readonly poison: { readonly text: string };
  private isAlive = true;
  private readonly serve;

  /** @param poison the worker dies of a query for this text */
  constructor(poison: { readonly text: string }, disk: OwnDisk) {
    super();
    this.poison = poison;
    this.serve = serveSearch(
      (answer) => {
        if (this.isAlive) setImmediate(() => this.isAlive && this.emit('message', answer));
      },
      () => disk,
    );
  }

  postMessage(message: unknown): void {
    const { query } = message as { query?: { text: string } };
    if (query && query.text === this.poison.text) {
      setImmediate(() => this.kill());
      return;
    }
    this.received.push(message as SearchRequest);
    // A structured clone, as between processes.
    this.serve(structuredClone(message) as SearchRequest);
  }

  kill(): void {
    this.isAlive = false;
    this.emit('exit', 1);
  }
}

const settled = (isTrue: () => boolean | Promise<boolean>) =>
  vi.waitUntil(isTrue, { interval: 1, timeout: 60_000 });

async function idsOf(asked: ReturnType<SearchClient['query']>): Promise<string[]> {
  const answer = await asked;
  return answer.ok ? answer.value.hits.map(({ articleId }) => articleId) : [];
}

function aClient() {
  const disk = new MemoryDisk();
  const notes: ArticleAnnotations[] = [];
  const clock = { ms: 0 };
  const poison = { text: '' };
  const workers: WorkerHere[] = [];
  const states: SearchState[] = [];
  const client = createSearchClient({
    fork: () => {
      const worker = new WorkerHere(poison, disk);
      workers.push(worker);
      return worker;
    },
    onState: (state) => states.push(state),
    annotations: () => notes,
    own: () => ({ dataFolder: '', mayWrite: true, articles: [...disk.articles.values()] }),
    now: () => clock.ms,
  });
  return { client, workers, states, notes, clock, poison, disk };
}

describe('the search client', () => {
  it('keeps what is asked before the worker is ready', async () => {
    const { client, states } = aClient();
    const early = client.query(query('زلزال'));

    client.start({ articles, shippedIndex: null });
    const answer = await early;

    expect(answer.ok && answer.value.hits.map(({ articleId }) => articleId)).toEqual(['a']);
    expect(states).toEqual(['preparing', 'ready']);
  });

  it('locates inside an article', async () => {
    const { client } = aClient();
    client.start({ articles, shippedIndex: null });

    const answer = await client.locate(articles[0]!.id, 'بغداد', 'close');

    expect(answer.ok && answer.value.map(({ text }) => text)).toEqual(['بغداد']);
  });

  it('answers only the newest of several queries', async () => {
    const { client } = aClient();
    client.start({ articles, shippedIndex: null });

    const [first, second] = await Promise.all([
      client.query(query('ز')),
      client.query(query('زلزال')),
    ]);

    expect(first).toEqual({ ok: false, error: { code: 'search/superseded' } });
    expect(second.ok).toBe(true);
  });

  it('locates only the newest of several texts, and goes on with other questions', async () => {
    const { client } = aClient();
    client.start({ articles, shippedIndex: null });
    const locate = (text: string) => client.locate(articles[0]!.id, text, 'close');

    const [first, asked, second] = await Promise.all([
      locate('ب'),
      client.query(query('زلزال')),
      locate('بغداد'),
    ]);

    expect(first).toEqual({ ok: false, error: { code: 'search/superseded' } });
    expect(asked.ok).toBe(true);
    expect(second.ok && second.value).toHaveLength(1);
  });

  it('asks again after a crash, and refuses what a second worker dies of', async () => {
    const { client, workers, states, poison } = aClient();
    client.start({ articles, shippedIndex: null });
    await client.query(query('زلزال'));

    const asked = client.query(query('زلزال'));
    workers[0]?.kill();
    const again = await asked;
    poison.text = 'قاتل';
    const fatal = await client.query(query('قاتل'));

    expect(again.ok).toBe(true);
    expect(fatal).toEqual({ ok: false, error: { code: 'search/interrupted' } });
    expect(workers).toHaveLength(4);
    expect(states.slice(0, 4)).toEqual(['preparing', 'ready', 'restarting', 'ready']);
  });

  it('comes back after every one of twenty kills', async () => {
    const { client, workers } = aClient();
    client.start({ articles, shippedIndex: null });

    for (let kill = 0; kill < 20; kill += 1) {
      await settled(() => client.state() === 'ready');
      workers.at(-1)?.kill();
    }

    expect((await client.query(query('زلزال'))).ok).toBe(true);
    expect(workers).toHaveLength(21);
  });

  it('comes back when twenty workers end before they are ready', async () => {
    const { client, workers } = aClient();
    client.start({ articles, shippedIndex: null });

    for (let kill = 0; kill < 20; kill += 1) workers.at(-1)?.kill();

    expect((await client.query(query('زلزال'))).ok).toBe(true);
  });

  it('gives up a worker that never answers, and tries again after a rest', async () => {
    const { client, workers, clock } = aClient();
    client.start({ articles, shippedIndex: null });

    for (let kill = 0; kill < MAX_FAILURES; kill += 1) workers.at(-1)?.kill();

    const gone = { ok: false, error: { code: 'search/gone' } };
    expect(client.state()).toBe('gone');
    expect(await client.query(query('زلزال'))).toEqual(gone);
    clock.ms += 10_000;
    expect((await client.query(query('زلزال'))).ok).toBe(true);
  });

  it('knows own articles, those that came and went, also after a restart', async () => {
    const { client, workers, disk } = aClient();
    disk.put(anArticle('b', 'خبر', 'فيضان في البصرة'), anArticle('c', 'خبر', 'فيضان'));
    client.start({ articles, shippedIndex: null });
    disk.put(anArticle('d', 'خبر', 'فيضان في دجلة'));
    client.add(disk.get('d'));
    disk.articles.delete('c' as ArticleId);
    client.remove('c' as ArticleId);

    const before = await idsOf(client.query(query('فيضان')));
    workers[0]?.kill();
    await settled(() => client.state() === 'ready');
    await settled(async () => (await idsOf(client.query(query('فيضان')))).length === 2);
    const after = await idsOf(client.query(query('فيضان')));

    expect(new Set(before)).toEqual(new Set(['b', 'd']));
    expect(new Set(after)).toEqual(new Set(['b', 'd']));
  });

  it('finds notes as they are now, also after a restart', async () => {
    const { client, workers, notes } = aClient();
    notes.push({ articleId: articles[0]!.id, annotations: [anAnnotation({ note: 'عن الزلزال' })] });
    client.start({ articles, shippedIndex: null });
    const ask = () => client.queryAnnotations({ ...query('زلزال'), articleId: null });

    const first = await ask();
    client.putAnnotations({ articleId: articles[0]!.id, annotations: [] });
    const second = await ask();
    workers[0]?.kill();
    const third = await ask();

    expect([first, second, third].map((each) => each.ok && each.value.total)).toEqual([1, 0, 1]);
  });

  it('does not restart what was stopped', async () => {
    const { client, workers } = aClient();
    client.start({ articles, shippedIndex: null });
    await client.query(query('زلزال'));

    client.stop();

    expect(workers).toHaveLength(1);
    expect(client.state()).toBe('gone');
  });

  it('is answered here until another worker has moved out, and nobody notices the change', async () => {
    const { client, workers, states, library, here } = aClientHere();
    client.start(library, here);
    const before = await idsOf(client.query(query('زلزال')));
    expect(workers).toHaveLength(0);

    client.moveOut();
    client.moveOut();
    const meanwhile = await idsOf(client.query(query('زلزال')));
    await settled(() => !here.isAlive);
    const after = await idsOf(client.query(query('زلزال')));

    expect([before, meanwhile, after]).toEqual([['a'], ['a'], ['a']]);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.received.filter(({ kind }) => kind === 'query')).toHaveLength(1);
    expect(states).toEqual([]);
  });

  it('leaves at once when an article comes, which every later answer knows', async () => {
    const { client, workers, library, here, disk } = aClientHere();
    client.start(library, here);
    await client.query(query('زلزال'));

    disk.put(anArticle('b', 'خبر', 'زلزال في دهوك'));
    client.add(disk.get('b'));
    const found = await idsOf(client.query(query('زلزال')));

    expect(new Set(found)).toEqual(new Set(['a', 'b']));
    expect(here.isAlive).toBe(false);
    expect(workers).toHaveLength(1);
  });

  it('knows a note that is written while the other worker starts', async () => {
    const { client, library, here } = aClientHere();
    client.start(library, here);
    const ask = () => client.queryAnnotations({ ...query('زلزال'), articleId: null });
    client.moveOut();

    client.putAnnotations({
      articleId: 'a' as ArticleId,
      annotations: [anAnnotation({ note: 'الزلزال' })],
    });
    const meanwhile = await ask();
    await settled(() => !here.isAlive);
    const after = await ask();

    expect([meanwhile, after].map((each) => each.ok && each.value.total)).toEqual([1, 1]);
  });

  it('starts anew when the worker that was to move out ends', async () => {
    const { client, workers, library, here } = aClientHere();
    client.start(library, here);
    await client.query(query('زلزال'));
    client.moveOut();

    workers[0]?.kill();
    const found = await idsOf(client.query(query('زلزال')));

    expect(found).toEqual(['a']);
    expect(here.isAlive).toBe(false);
    expect(workers).toHaveLength(2);
  });

  it('asks a process what the worker here fails with', async () => {
    const { client, workers, states, library, here } = aClientHere();
    client.start(library, here);
    await client.query(query('زلزال'));

    const asked = client.query(query('زلزال'));
    here.fail();

    expect(await idsOf(asked)).toEqual(['a']);
    expect(workers).toHaveLength(1);
    expect(states).toEqual(['restarting', 'ready']);
  });

  it('ends both when it is stopped between them', async () => {
    const { client, workers, library, here } = aClientHere();
    client.start(library, here);
    client.moveOut();

    client.stop();

    expect(here.isAlive).toBe(false);
    expect(workers).toHaveLength(1);
    expect(client.state()).toBe('gone');
  });
});

describe('the worker here', () => {
  const library = { articles, shippedIndex: buildIndex(articles) };
  const notes = (count: number): ArticleAnnotations => ({
    articleId: 'a' as ArticleId,
    annotations: Array.from({ length: count }, (_, at) => anAnnotation({ note: `${at}` })),
  });

  it.each([
    ['an index that is missing', null],
    ['a damaged index', Uint8Array.of(1, 2, 3)],
    ['an index of other articles', buildIndex([anArticle('z', 'خبر', 'آخر')])],
  ])('leaves %s to a process', (_what, shippedIndex) => {
    expect(
      openWorkerHere({ articles, shippedIndex }, { annotations: [], onBug: () => {} }),
    ).toBeNull();
  });

  it('tells of a bug and ends of it as a process would', async () => {
    const bugs: unknown[] = [];
    const worker = openWorkerHere(library, { annotations: [], onBug: (bug) => bugs.push(bug) });
    const ended = new Promise((resolve) => worker?.on('exit', resolve));

    worker?.postMessage({ kind: 'own', source: { dataFolder: '', mayWrite: true, articles: [] } });

    expect(await ended).toBe(1);
    expect(bugs).toEqual([expect.any(Error)]);
  });

  it('leaves many notes to a process', () => {
    expect(openWorkerHere(library, { annotations: [notes(200)], onBug: () => {} })).not.toBeNull();
    expect(
      openWorkerHere(library, { annotations: [notes(200), notes(1)], onBug: () => {} }),
    ).toBeNull();
  });
});

/** A client whose library can be opened here. */
function aClientHere() {
  const library = { articles, shippedIndex: buildIndex(articles) };
  const worker = openWorkerHere(library, { annotations: [], onBug: () => {} });
  invariant(worker !== null, 'the library can be opened here');
  let fail: (code: number) => void = () => {};
  const here = {
    isAlive: true,
    fail: () => fail(1),
    postMessage: (message: unknown) => worker.postMessage(message),
    on(event: 'message' | 'exit', listener: (given: never) => void) {
      if (event === 'exit') fail = listener as (code: number) => void;
      return worker.on(event as 'message', listener as (message: unknown) => void);
    },
    kill() {
      here.isAlive = false;
      return worker.kill();
    },
  };
  return { ...aClient(), library, here };
}
