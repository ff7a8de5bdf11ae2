import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { Dial, Place, SearchQuery, SearchResult } from '#shared/domain/search.ts';
import type { SearchableArticle } from './engine.ts';
import type { SearchAnswer, SearchRequest } from './protocol.ts';

export type SearchState = 'preparing' | 'ready' | 'restarting' | 'gone';

export interface SearchError {
  readonly code: 'search/superseded' | 'search/gone' | 'search/interrupted';
}

/** A running worker; Electron's `UtilityProcess` is one. */
export interface SearchWorker {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): unknown;
}

export interface SearchLibrary {
  readonly articles: readonly SearchableArticle[];
  /** The index shipped with the articles, or `null`. */
  readonly prebuiltIndex: string | null;
}

export interface SearchClientOptions {
  readonly fork: () => SearchWorker;
  readonly onState?: (state: SearchState) => void;
}

/** The main process's side of the search. */
export interface SearchClient {
  /** Starts the worker. Requests made before wait for it. */
  start(library: SearchLibrary): void;
  /** A newer query answers an older one that still waits with `search/superseded`. */
  query(query: SearchQuery): Promise<Result<SearchResult, SearchError>>;
  locate(articleId: ArticleId, text: string, dial: Dial): Promise<Result<Place[], SearchError>>;
  state(): SearchState;
  stop(): void;
}

/** A crash is repaired once; a second one has a reason that a third start would not remove. */
const MAX_RESTARTS = 1;

interface Pending {
  readonly request: Exclude<SearchRequest, { kind: 'init' | 'cancel' }>;
  readonly settle: (outcome: Result<SearchAnswer, SearchError>) => void;
}

/** Talks to the search worker: keeps what waits, restarts it once, and says how it is. */
export function createSearchClient(options: SearchClientOptions): SearchClient {
  return new WorkerClient(options);
}

class WorkerClient implements SearchClient {
  private readonly options: SearchClientOptions;
  private readonly pending = new Map<number, Pending>();
  private current: SearchState = 'preparing';
  private worker: SearchWorker | undefined;
  private library: SearchLibrary | undefined;
  private restarts = 0;
  private lastId = 0;

  constructor(options: SearchClientOptions) {
    this.options = options;
  }

  state(): SearchState {
    return this.current;
  }

  start(library: SearchLibrary): void {
    this.library = library;
    this.setState('preparing');
    this.startWorker();
  }

  stop(): void {
    const worker = this.worker;
    this.worker = undefined;
    worker?.kill();
    this.giveUp();
  }

  async query(query: SearchQuery): Promise<Result<SearchResult, SearchError>> {
    this.supersedeQueries();
    const answered = await this.ask({ kind: 'query', id: this.nextId(), query });
    if (!answered.ok) return answered;
    return answered.value.kind === 'result'
      ? succeed(answered.value.result)
      : fail({ code: 'search/interrupted' });
  }

  async locate(
    articleId: ArticleId,
    text: string,
    dial: Dial,
  ): Promise<Result<Place[], SearchError>> {
    const answered = await this.ask({ kind: 'locate', id: this.nextId(), articleId, text, dial });
    if (!answered.ok) return answered;
    return answered.value.kind === 'places'
      ? succeed([...answered.value.places])
      : fail({ code: 'search/interrupted' });
  }

  private nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  private ask(request: Pending['request']): Promise<Result<SearchAnswer, SearchError>> {
    if (this.current === 'gone') return Promise.resolve(fail({ code: 'search/gone' }));
    return new Promise((settle) => {
      this.pending.set(request.id, { request, settle });
      if (this.current === 'ready') this.worker?.postMessage(request);
    });
  }

  private supersedeQueries(): void {
    for (const [id, { request, settle }] of this.pending) {
      if (request.kind !== 'query') continue;
      this.pending.delete(id);
      if (this.current === 'ready')
        this.worker?.postMessage({ kind: 'cancel', id } satisfies SearchRequest);
      settle(fail({ code: 'search/superseded' }));
    }
  }

  private startWorker(): void {
    const worker = this.options.fork();
    this.worker = worker;
    // The worker is our own code and speaks this protocol and no other.
    worker.on('message', (message) => this.receive(worker, message as SearchAnswer));
    worker.on('exit', () => this.onExit(worker));
    worker.postMessage({
      kind: 'init',
      articles: this.library?.articles ?? [],
      prebuiltIndex: this.library?.prebuiltIndex ?? null,
    } satisfies SearchRequest);
  }

  private receive(worker: SearchWorker, answer: SearchAnswer): void {
    if (worker !== this.worker) return;
    if (answer.kind === 'ready') {
      this.setState('ready');
      for (const { request } of this.pending.values()) worker.postMessage(request);
      return;
    }
    const waiting = this.pending.get(answer.id);
    this.pending.delete(answer.id);
    waiting?.settle(succeed(answer));
  }

  private onExit(worker: SearchWorker): void {
    if (worker !== this.worker) return;
    this.worker = undefined;
    if (this.restarts >= MAX_RESTARTS) {
      this.giveUp();
      return;
    }
    this.restarts += 1;
    // What was asked may be what it died of: it is not asked again. What still waits was not.
    if (this.current === 'ready') this.failAll('search/interrupted');
    this.setState('restarting');
    this.startWorker();
  }

  private giveUp(): void {
    this.setState('gone');
    this.failAll('search/gone');
  }

  private failAll(code: SearchError['code']): void {
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const { settle } of waiting) settle(fail({ code }));
  }

  private setState(state: SearchState): void {
    this.current = state;
    this.options.onState?.(state);
  }
}
