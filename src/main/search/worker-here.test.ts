import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#shared/domain/article.ts';
import { invariant } from '#shared/domain/result.ts';
import { anAnnotation } from './an-annotation.test-builder.ts';
import { anArticle } from './an-article.test-builder.ts';
import type { ArticleAnnotations } from './annotation-index.ts';
import { buildIndex } from './build-index.ts';
import { openWorkerHere } from './worker-here.ts';
import { aClient, articles, idsOf, query, settled } from './a-client.test-builder.ts';

describe('the search client with a worker here', () => {
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
    expect(client.status().state).toBe('gone');
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

    worker?.postMessage({
      kind: 'own',
      source: { dataFolder: '', mayWrite: true, articles: [], troubled: [] },
    });

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
