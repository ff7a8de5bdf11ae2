import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { anArticle } from './an-article.test-builder.ts';
import { type SearchState, type SearchWorker, createSearchClient } from './client.ts';
import type { SearchRequest } from './protocol.ts';
import { serveSearch } from './serve.ts';

const articles = [anArticle('a', 'خبر', 'زلزال في بغداد')];
const query = (text: string) => ({ text, dial: 'close', typing: false }) as const;

/** A worker in this process, which can be made to die. */
class WorkerHere extends EventEmitter implements SearchWorker {
  readonly received: SearchRequest[] = [];
  private isAlive = true;
  private readonly serve = serveSearch((answer) => {
    if (this.isAlive) setImmediate(() => this.isAlive && this.emit('message', answer));
  });

  postMessage(message: unknown): void {
    this.received.push(message as SearchRequest);
    // A structured clone, as between processes.
    this.serve(structuredClone(message) as SearchRequest);
  }

  kill(): void {
    this.isAlive = false;
    this.emit('exit', 1);
  }
}

function aClient() {
  const workers: WorkerHere[] = [];
  const states: SearchState[] = [];
  const client = createSearchClient({
    fork: () => {
      const worker = new WorkerHere();
      workers.push(worker);
      return worker;
    },
    onState: (state) => states.push(state),
  });
  return { client, workers, states };
}

describe('the search client', () => {
  it('keeps what is asked before the worker is ready', async () => {
    const { client, states } = aClient();
    const early = client.query(query('زلزال'));

    client.start({ articles, prebuiltIndex: null });
    const answer = await early;

    expect(answer.ok && answer.value.hits.map(({ articleId }) => articleId)).toEqual(['a']);
    expect(states).toEqual(['preparing', 'ready']);
  });

  it('locates inside an article', async () => {
    const { client } = aClient();
    client.start({ articles, prebuiltIndex: null });

    const answer = await client.locate(articles[0]!.id, 'بغداد', 'close');

    expect(answer.ok && answer.value.map(({ text }) => text)).toEqual(['بغداد']);
  });

  it('answers only the newest of several queries', async () => {
    const { client } = aClient();
    client.start({ articles, prebuiltIndex: null });

    const [first, second] = await Promise.all([
      client.query(query('ز')),
      client.query(query('زلزال')),
    ]);

    expect(first).toEqual({ ok: false, error: { code: 'search/superseded' } });
    expect(second.ok).toBe(true);
  });

  it('restarts once after a crash, then is gone', async () => {
    const { client, workers, states } = aClient();
    client.start({ articles, prebuiltIndex: null });
    await client.query(query('زلزال'));

    const lost = client.query(query('زلزال'));
    workers[0]?.kill();
    const again = await client.query(query('زلزال'));
    workers[1]?.kill();

    expect(await lost).toEqual({ ok: false, error: { code: 'search/interrupted' } });
    expect(again.ok).toBe(true);
    expect(await client.query(query('زلزال'))).toEqual({
      ok: false,
      error: { code: 'search/gone' },
    });
    expect(states).toEqual(['preparing', 'ready', 'restarting', 'ready', 'gone']);
  });

  it('does not restart what was stopped', async () => {
    const { client, workers } = aClient();
    client.start({ articles, prebuiltIndex: null });
    await client.query(query('زلزال'));

    client.stop();

    expect(workers).toHaveLength(1);
    expect(client.state()).toBe('gone');
  });
});
