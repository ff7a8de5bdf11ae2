import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { StoredPlace } from '#shared/domain/annotation.ts';
import type { WorkerProcess } from '../disk/worker-host.ts';
import { type AnchoringClientOptions, createAnchoringClient } from './client.ts';
import type { AnchoringRequest } from './protocol.ts';
import { serveAnchoring } from './serve.ts';

const TEXT = 'قال المتحدث إن الخطة الجديدة بدأت.\nوأضاف أن المرحلة الثانية تبدأ في الربيع.';
const WHERE = { text: TEXT, contentHash: 'present' };

/**
 * A worker in this process: it never answers a quote that begins with `hang`, `die` ends it, and `lie` gets a wrong
 * answer.
 */
class WorkerHere extends EventEmitter implements WorkerProcess {
  readonly pid = 7;
  texts = 0;
  isAlive = true;
  private readonly serve = serveAnchoring((answer) => {
    if (this.isAlive) this.emit('message', structuredClone(answer));
  });
  private isStuck = false;

  postMessage(message: unknown): void {
    const request = structuredClone(message) as AnchoringRequest;
    if ('text' in request) this.texts += 1;
    const exact = 'place' in request ? request.place.quote.exact : '';
    if (exact.startsWith('hang')) this.isStuck = true;
    if (this.isStuck) return;
    if (exact === 'die') setImmediate(() => this.kill());
    else if (exact === 'lie')
      setImmediate(() => this.emit('message', { id: request.id, found: { state: 'anchored' } }));
    else setImmediate(() => this.isAlive && this.serve(request));
  }

  kill(): void {
    this.isAlive = false;
    setImmediate(() => this.emit('exit', 1));
  }
}

const known = (exact: string): StoredPlace => {
  const start = TEXT.indexOf(exact);
  return {
    span: { start, end: start + exact.length },
    contentHash: 'present',
    quote: { exact, prefix: '', suffix: '' },
  };
};
/** The stored place of a quote in an earlier text, at an offset that is wrong for the present one. */
const place = (exact: string): StoredPlace => ({
  span: { start: 0, end: exact.length },
  contentHash: 'former',
  quote: { exact, prefix: '', suffix: '' },
});
const MOVED = place('المرحلة الثانية تبدأ في الربيع');
const notSearched = { state: 'orphan', reason: 'not-searched' };
const anchored = { state: 'anchored', span: known(MOVED.quote.exact).span };

function aClient(options: Partial<AnchoringClientOptions> = {}) {
  const workers: WorkerHere[] = [];
  const client = createAnchoringClient({
    fork: () => {
      const worker = new WorkerHere();
      workers.push(worker);
      return worker;
    },
    memoryOf: () => 0,
    maxPlaceMs: 200,
    ...options,
  });
  clients.push(client);
  return { client, workers };
}

const clients: { stop(): void }[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.stop();
});

describe('the client of the worker that finds stored places', () => {
  test('starts no process for a quote at its stored position, or one that the text cannot contain', async () => {
    const { client, workers } = aClient();

    const found = await client.find(WHERE, [known('الخطة الجديدة'), place('س'.repeat(2_000_000))]);

    expect(found).toMatchObject([{ state: 'anchored' }, { reason: 'not-found' }]);
    expect(workers).toHaveLength(0);
  });

  test('finds the rest in a process, and sends the text once', async () => {
    const { client, workers } = aClient();

    const first = await client.find(
      WHERE,
      Array.from({ length: 100 }, () => MOVED),
    );
    const second = await client.find(WHERE, [known('الخطة الجديدة'), MOVED]);

    expect(first).toHaveLength(100);
    for (const found of [...first, second[1]]) expect(found).toMatchObject(anchored);
    expect(workers.map(({ texts }) => texts)).toEqual([1]);
  });

  test.each(['hang', 'die', 'lie'])('gives up only the quote that makes it %s', async (bad) => {
    const { client, workers } = aClient();

    const found = await client.find(WHERE, [MOVED, place(bad), MOVED, MOVED]);

    expect(found).toMatchObject([anchored, notSearched, anchored, anchored]);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.isAlive).toBe(false);
  });

  test('gives up a text after three such quotes, and continues with the next text', async () => {
    const { client, workers } = aClient();
    const bad = Array.from({ length: 10 }, () => place('hang'));

    const [first, second] = await Promise.all([
      client.find(WHERE, [...bad, MOVED]),
      client.find({ ...WHERE }, [MOVED]),
    ]);

    expect(first).toHaveLength(11);
    for (const found of first) expect(found).toEqual(notSearched);
    expect(second).toMatchObject([anchored]);
    expect(workers).toHaveLength(4);
  });

  test('ends a process that takes too much memory', async () => {
    let bytes = 0;
    const { client, workers } = aClient({
      memoryOf: () => bytes,
      maxBytes: 1000,
      maxPlaceMs: 60_000,
    });

    const finding = client.find(WHERE, [place('hang'), MOVED]);
    bytes = 2000;
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    bytes = 0;

    expect(await finding).toMatchObject([notSearched, anchored]);
  });

  test('answers all waiting calls when it is stopped', async () => {
    const { client } = aClient({ maxPlaceMs: 60_000 });

    const finding = client.find(WHERE, [place('hang'), MOVED]);
    const waiting = client.find({ ...WHERE }, [MOVED]);
    client.stop();

    expect(await finding).toEqual([notSearched, notSearched]);
    expect(await waiting).toEqual([notSearched]);
  });
});
