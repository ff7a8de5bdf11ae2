import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, invariant, succeed } from '#shared/domain/result.ts';
import type { AnnotationQuery, Dial, SearchQuery } from '#shared/domain/search.ts';
import type {
  AnnotationResult,
  Coverage,
  CoveredResult,
  Place,
} from '#shared/domain/search-result.ts';
import type { ArticleAnnotations } from './annotation-index.ts';
import type { SearchableArticle } from './engine.ts';
import { createFailureCount } from './failure-count.ts';
import type { OwnSource } from './own-index.ts';
import type { SearchAnswer, SearchQuestion, SearchRequest } from './protocol.ts';

export type SearchState = 'preparing' | 'ready' | 'restarting' | 'gone';

export interface SearchStatus {
  readonly state: SearchState;
  /** What an answer would cover now; `null` until a worker has said. */
  readonly coverage: Coverage | null;
}

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
  readonly shippedIndex: Uint8Array | null;
}

export interface SearchClientOptions {
  readonly fork: () => SearchWorker;
  /** All annotations as they are now; asked whenever a worker starts. */
  readonly annotations?: () => readonly ArticleAnnotations[];
  /** The reader's own articles as they are now; asked whenever a worker starts, which reads them itself. */
  readonly own?: () => OwnSource;
  /** Told by each worker of each article that it cannot read. */
  readonly onUnreadable?: (articleId: ArticleId) => void;
  /** Told of every change. */
  readonly onStatus?: (status: SearchStatus) => void;
  /** The clock, ms. */
  readonly now?: () => number;
}

/** The main process's side of the search. */
export interface SearchClient {
  /** Starts the worker, unless it was stopped before. Requests made before wait for it. */
  start(library: SearchLibrary): void;
  /**
   * Tells of own articles that came or changed; they are on the disk already. Queries made after know them, and so
   * does every later worker, from `own`.
   */
  add(...articles: readonly SearchableArticle[]): void;
  remove(...ids: readonly ArticleId[]): void;
  /** Replaces what the search knows of one article's annotations. */
  putAnnotations(of: ArticleAnnotations): void;
  /** A newer query answers an older one that still waits with `search/superseded`. */
  query(query: SearchQuery): Promise<Result<CoveredResult, SearchError>>;
  queryAnnotations(query: AnnotationQuery): Promise<Result<AnnotationResult, SearchError>>;
  /** Superseded like a query. */
  locate(articleId: ArticleId, text: string, dial: Dial): Promise<Result<Place[], SearchError>>;
  status(): SearchStatus;
  stop(): void;
}

/** A question without its id. */
type Question = SearchQuestion extends infer Each
  ? Each extends SearchQuestion
    ? Omit<Each, 'id'>
    : never
  : never;

interface Pending {
  readonly question: SearchQuestion;
  readonly settle: (outcome: Result<SearchAnswer, SearchError>) => void;
  /** A worker ended while it had the question; it is asked once more, as it may not be what it died of. */
  wasLost: boolean;
}

/** Talks to the search worker: keeps what waits, starts it again when it ends, and says how it is. */
export function createSearchClient(options: SearchClientOptions): SearchClient {
  return new WorkerClient(options);
}

class WorkerClient implements SearchClient {
  private readonly options: SearchClientOptions;
  private readonly pending = new Map<number, Pending>();
  private readonly failures;
  private current: SearchState = 'preparing';
  private coverage: Coverage | null = null;
  private isStopped = false;
  private worker: SearchWorker | undefined;
  private library: SearchLibrary | undefined;
  private lastId = 0;

  constructor(options: SearchClientOptions) {
    this.options = options;
    this.failures = createFailureCount(options.now ?? Date.now);
  }

  status(): SearchStatus {
    return { state: this.current, coverage: this.coverage };
  }

  start(library: SearchLibrary): void {
    if (this.isStopped) return;
    this.library = library;
    this.setState('preparing');
    this.startWorker();
  }

  stop(): void {
    this.isStopped = true;
    const worker = this.worker;
    // From here on its end is no end of a worker of ours.
    this.worker = undefined;
    worker?.kill();
    this.giveUp();
  }

  add(...articles: readonly SearchableArticle[]): void {
    this.post({ kind: 'add', articles });
  }

  remove(...ids: readonly ArticleId[]): void {
    this.post({ kind: 'remove', ids });
  }

  putAnnotations(of: ArticleAnnotations): void {
    this.post({ kind: 'put-annotations', of: [of] });
  }

  async query(query: SearchQuery): Promise<Result<CoveredResult, SearchError>> {
    this.supersede('query');
    const answered = await this.ask({ kind: 'query', query });
    if (!answered.ok) return answered;
    invariant(answered.value.kind === 'result', 'a query is answered with a result');
    return succeed(answered.value.result);
  }

  async queryAnnotations(query: AnnotationQuery): Promise<Result<AnnotationResult, SearchError>> {
    const answered = await this.ask({ kind: 'query-annotations', query });
    if (!answered.ok) return answered;
    invariant(answered.value.kind === 'annotations', 'annotations are asked for');
    return succeed(answered.value.result);
  }

  async locate(
    articleId: ArticleId,
    text: string,
    dial: Dial,
  ): Promise<Result<Place[], SearchError>> {
    this.supersede('locate');
    const answered = await this.ask({ kind: 'locate', articleId, text, dial });
    if (!answered.ok) return answered;
    invariant(answered.value.kind === 'places', 'places are asked for');
    return succeed([...answered.value.places]);
  }

  private ask(asked: Question): Promise<Result<SearchAnswer, SearchError>> {
    if (this.current === 'gone' && !this.tryAgain()) {
      return Promise.resolve(fail({ code: 'search/gone' }));
    }
    this.lastId += 1;
    const question = { ...asked, id: this.lastId };
    return new Promise((settle) => {
      this.pending.set(question.id, { question, settle, wasLost: false });
      if (this.current === 'ready') this.post(question);
    });
  }

  /** A worker takes requests in their order; one that starts later is told everything by `startWorker`. */
  private post(request: SearchRequest): void {
    this.worker?.postMessage(request);
  }

  /** Whoever typed another letter does not wait for what was asked before it. */
  private supersede(kind: 'query' | 'locate'): void {
    for (const [id, { question, settle }] of this.pending) {
      if (question.kind !== kind) continue;
      this.pending.delete(id);
      if (this.current === 'ready') this.post({ kind: 'cancel', id });
      settle(fail({ code: 'search/superseded' }));
    }
  }

  private startWorker(): void {
    const worker = this.options.fork();
    this.worker = worker;
    this.listenTo(worker);
    const { articles = [], shippedIndex = null } = this.library ?? {};
    this.post({ kind: 'init', articles, shippedIndex });
    const own = this.options.own?.();
    if (own) this.post({ kind: 'own', source: own });
    this.post({ kind: 'put-annotations', of: this.options.annotations?.() ?? [] });
  }

  private listenTo(worker: SearchWorker): void {
    // The worker is our own code and speaks this protocol and no other.
    worker.on('message', (message) => this.receive(worker, message as SearchAnswer));
    worker.on('exit', () => this.onExit(worker));
  }

  private postPending(): void {
    for (const { question } of this.pending.values()) this.post(question);
  }

  private receive(worker: SearchWorker, answer: SearchAnswer): void {
    if (worker !== this.worker) return;
    if (answer.kind === 'ready') {
      this.setState('ready');
      return this.postPending();
    }
    if (answer.kind === 'progress') {
      this.coverage = answer.coverage;
      this.tellStatus();
      return;
    }
    if (answer.kind === 'unreadable') return this.options.onUnreadable?.(answer.articleId);
    this.failures.forget();
    const waiting = this.pending.get(answer.id);
    this.pending.delete(answer.id);
    waiting?.settle(succeed(answer));
  }

  private onExit(worker: SearchWorker): void {
    if (worker !== this.worker) return;
    this.worker = undefined;
    const wasReady = this.current === 'ready';
    const wasIdle = wasReady && this.pending.size === 0;
    if (wasReady) this.keepForNextWorker();
    // Ended from outside while it had nothing to do: no sign that the next one would end too.
    if (!wasIdle && this.failures.add()) return this.giveUp();
    this.setState('restarting');
    this.startWorker();
  }

  private keepForNextWorker(): void {
    for (const [id, waiting] of this.pending) {
      if (waiting.wasLost) {
        this.pending.delete(id);
        waiting.settle(fail({ code: 'search/interrupted' }));
      } else waiting.wasLost = true;
    }
  }

  /** After giving up and a rest, a question starts the worker once more. */
  private tryAgain(): boolean {
    if (this.isStopped || !this.failures.mayTryAgain()) return false;
    this.setState('restarting');
    this.startWorker();
    return true;
  }

  private giveUp(): void {
    this.setState('gone');
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const { settle } of waiting) settle(fail({ code: 'search/gone' }));
  }

  private setState(state: SearchState): void {
    this.current = state;
    // A worker that starts has nothing yet, and says itself what it has.
    if (state !== 'ready') this.coverage = null;
    this.tellStatus();
  }

  private tellStatus(): void {
    this.options.onStatus?.(this.status());
  }
}
