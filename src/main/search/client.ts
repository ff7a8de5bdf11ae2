import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, invariant, succeed } from '#shared/domain/result.ts';
import type { AnnotationQuery, Matching, SearchQuery } from '#shared/domain/search.ts';
import type {
  AnnotationResult,
  Coverage,
  CoveredResult,
  Match,
} from '#shared/domain/search-result.ts';
import { type WorkerHost, type WorkerProcess, createWorkerHost } from '../disk/worker-host.ts';
import type { ArticleAnnotations } from './annotation-index.ts';
import type { SearchableArticle } from './engine.ts';
import { createFailureCount } from './failure-count.ts';
import type { OwnSource } from './own-index.ts';
import type { SearchAnswer, SearchQuestion, SearchRequest } from './protocol.ts';

export type SearchState = 'preparing' | 'ready' | 'restarting' | 'gone';

export interface SearchStatus {
  readonly state: SearchState;
  /** What an answer would cover now; `null` until a worker has reported it. */
  readonly coverage: Coverage | null;
}

export interface SearchError {
  readonly code: 'search/superseded' | 'search/gone' | 'search/interrupted';
}

export interface SearchLibrary {
  readonly articles: readonly SearchableArticle[];
  /** The index that ships with the articles, or `null`. */
  readonly shippedIndex: Uint8Array | null;
}

export interface SearchClientOptions {
  readonly fork: () => WorkerProcess;
  /** Returns all present annotations; called whenever a worker starts. */
  readonly annotations?: () => readonly ArticleAnnotations[];
  /** Returns the present own articles; called whenever a worker starts. The worker reads their texts itself. */
  readonly own?: () => OwnSource;
  /** Called by each worker for each article that it cannot read. */
  readonly onUnreadable?: (articleId: ArticleId) => void;
  /** Called on every change of the status. */
  readonly onStatus?: (status: SearchStatus) => void;
  /** The clock, in ms. */
  readonly now?: () => number;
}

/** The search as the main process sees it. */
export interface SearchClient {
  /** Starts the worker, unless the client was stopped. Earlier requests wait for it. */
  start(library: SearchLibrary): void;
  /**
   * Adds own articles that are already stored on the disk, or replaces changed ones. Later queries find them, and
   * every later worker gets them from `own`.
   */
  add(...articles: readonly SearchableArticle[]): void;
  remove(...ids: readonly ArticleId[]): void;
  /** Reports that the file of an own article was added or changed. The worker reads it before it answers later queries. */
  reread(articleId: ArticleId): void;
  /** Replaces the searchable annotations of one article. */
  putAnnotations(of: ArticleAnnotations): void;
  /** Searches the library. A newer query makes an older pending one fail with `search/superseded`. */
  query(query: SearchQuery): Promise<Result<CoveredResult, SearchError>>;
  queryAnnotations(query: AnnotationQuery): Promise<Result<AnnotationResult, SearchError>>;
  /** Finds the matches of a text in one article. A newer call supersedes a pending one. */
  locate(
    articleId: ArticleId,
    text: string,
    matching: Matching,
  ): Promise<Result<Match[], SearchError>>;
  status(): SearchStatus;
  stop(): void;
}

/** A question before it gets its id. */
type Question = SearchQuestion extends infer Each
  ? Each extends SearchQuestion
    ? Omit<Each, 'id'>
    : never
  : never;

interface Pending {
  readonly question: SearchQuestion;
  readonly settle: (outcome: Result<SearchAnswer, SearchError>) => void;
  /**
   * True when a worker ended while it had this question. The question is asked once more, because something else may
   * have ended the worker.
   */
  wasLost: boolean;
}

/**
 * Creates the main process's side of the search. It queues questions until the worker is ready, restarts a worker
 * that ends, and reports the status.
 */
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
  private readonly host: WorkerHost;
  private library: SearchLibrary | undefined;
  private lastId = 0;

  constructor(options: SearchClientOptions) {
    this.options = options;
    this.failures = createFailureCount(options.now ?? Date.now);
    this.host = createWorkerHost({
      fork: options.fork,
      // The worker is our own code and uses only this protocol.
      onMessage: (message) => this.receive(message as SearchAnswer),
      onExit: () => this.onExit(),
    });
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
    this.host.stop();
    this.giveUp();
  }

  add(...articles: readonly SearchableArticle[]): void {
    this.post({ kind: 'add', articles });
  }

  remove(...ids: readonly ArticleId[]): void {
    this.post({ kind: 'remove', ids });
  }

  reread(articleId: ArticleId): void {
    this.post({ kind: 'reread', articleId });
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
    matching: Matching,
  ): Promise<Result<Match[], SearchError>> {
    this.supersede('locate');
    const answered = await this.ask({ kind: 'locate', articleId, text, matching });
    if (!answered.ok) return answered;
    invariant(answered.value.kind === 'matches', 'matches are asked for');
    return succeed([...answered.value.matches]);
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

  /** Sends a request. A worker handles requests in order; one that starts later gets everything from `startWorker`. */
  private post(request: SearchRequest): void {
    this.host.post(request);
  }

  /** Answers pending questions of this kind at once, because a newer one makes their answers useless. */
  private supersede(kind: 'query' | 'locate'): void {
    for (const [id, { question, settle }] of this.pending) {
      if (question.kind !== kind) continue;
      this.pending.delete(id);
      if (this.current === 'ready') this.post({ kind: 'cancel', id });
      settle(fail({ code: 'search/superseded' }));
    }
  }

  private startWorker(): void {
    this.host.start();
    const { articles = [], shippedIndex = null } = this.library ?? {};
    this.post({ kind: 'init', articles, shippedIndex });
    const own = this.options.own?.();
    if (own) this.post({ kind: 'own', source: own });
    this.post({ kind: 'put-annotations', of: this.options.annotations?.() ?? [] });
  }

  private postPending(): void {
    for (const { question } of this.pending.values()) this.post(question);
  }

  private receive(answer: SearchAnswer): void {
    if (answer.kind === 'ready') {
      this.setState('ready');
      return this.postPending();
    }
    if (answer.kind === 'progress') {
      this.coverage = answer.coverage;
      this.reportStatus();
      return;
    }
    if (answer.kind === 'unreadable') return this.options.onUnreadable?.(answer.articleId);
    this.failures.forget();
    const asked = this.pending.get(answer.id);
    this.pending.delete(answer.id);
    asked?.settle(succeed(answer));
  }

  private onExit(): void {
    const wasReady = this.current === 'ready';
    const wasIdle = wasReady && this.pending.size === 0;
    if (wasReady) this.keepPendingForNextWorker();
    // A worker that was ended from outside while idle is no sign that the next one would fail.
    if (!wasIdle && this.failures.add()) return this.giveUp();
    this.setState('restarting');
    this.startWorker();
  }

  private keepPendingForNextWorker(): void {
    for (const [id, asked] of this.pending) {
      if (asked.wasLost) {
        this.pending.delete(id);
        asked.settle(fail({ code: 'search/interrupted' }));
      } else asked.wasLost = true;
    }
  }

  /** Restarts the worker for a question when enough time has passed since the client gave up. */
  private tryAgain(): boolean {
    if (this.isStopped || !this.failures.mayTryAgain()) return false;
    this.setState('restarting');
    this.startWorker();
    return true;
  }

  private giveUp(): void {
    this.setState('gone');
    const abandoned = [...this.pending.values()];
    this.pending.clear();
    for (const { settle } of abandoned) settle(fail({ code: 'search/gone' }));
  }

  private setState(state: SearchState): void {
    this.current = state;
    // A new worker covers nothing yet and reports its own coverage.
    if (state !== 'ready') this.coverage = null;
    this.reportStatus();
  }

  private reportStatus(): void {
    this.options.onStatus?.(this.status());
  }
}
