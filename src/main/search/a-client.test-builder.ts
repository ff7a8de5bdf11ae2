import { EventEmitter } from 'node:events';
import type { WorkerProcess } from '../disk/worker-host.ts';
import { vi } from 'vitest';
import { anArticle } from './an-article.test-builder.ts';
import type { ArticleAnnotations } from './annotation-index.ts';
import {
  type SearchClient,
  type SearchState,
  type SearchStatus,
  createSearchClient,
} from './client.ts';
import type { SearchableArticle } from './engine.ts';
import type { SearchRequest } from './protocol.ts';
import { MemoryDisk } from './memory-disk.test-builder.ts';
import type { OwnDisk } from './own-index.ts';
import { serveSearch } from './serve.ts';

export const articles = [anArticle('a', 'خبر', 'زلزال في بغداد')];
export const query = (text: string) => ({ text, matching: 'close', typing: false }) as const;

/** A search worker that runs in the test's own process and can be made to die. */
class TestWorker extends EventEmitter implements WorkerProcess {
  readonly received: SearchRequest[] = [];
  private readonly poison: { readonly text: string };
  private isAlive = true;
  private readonly serve;

  /** @param poison the worker dies when it receives a query for this text */
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
    // Messages between processes are structured clones.
    this.serve(structuredClone(message) as SearchRequest);
  }

  kill(): void {
    this.isAlive = false;
    this.emit('exit', 1);
  }
}

export const settled = (isTrue: () => boolean | Promise<boolean>) =>
  vi.waitUntil(isTrue, { interval: 1, timeout: 60_000 });

export async function idsOf(asked: ReturnType<SearchClient['query']>): Promise<string[]> {
  const answer = await asked;
  return answer.ok ? answer.value.hits.map(({ articleId }) => articleId) : [];
}

/** Creates a client whose workers run in the test. */
export function aClient() {
  const disk = new MemoryDisk();
  const notes: ArticleAnnotations[] = [];
  const troubled: SearchableArticle['id'][] = [];
  const unreadable: SearchableArticle['id'][] = [];
  const clock = { ms: 0 };
  const poison = { text: '' };
  const workers: TestWorker[] = [];
  const states: SearchState[] = [];
  const statuses: SearchStatus[] = [];
  const client = createSearchClient({
    fork: () => {
      const worker = new TestWorker(poison, disk);
      workers.push(worker);
      return worker;
    },
    onStatus: (status) => {
      if (status.state !== states.at(-1)) states.push(status.state);
      statuses.push(status);
    },
    annotations: () => notes,
    own: () => ({
      dataFolder: '',
      mayWrite: true,
      articles: [...disk.articles.values()],
      troubled,
    }),
    onUnreadable: (id) => unreadable.push(id),
    now: () => clock.ms,
  });
  return { client, workers, states, statuses, notes, clock, poison, disk, troubled, unreadable };
}
