import type { Coverage } from '#shared/domain/search-result.ts';
import { AnnotationIndex } from './annotation-index.ts';
import { openEngine } from './build-index.ts';
import type { SearchEngine } from './engine.ts';
import { type OwnDisk, OwnIndex, type OwnSource } from './own-index.ts';
import type { SearchAnswer, SearchQuestion, SearchRequest } from './protocol.ts';
import type { Segment } from './segment.ts';

/** Shortest time between two reports of the coverage, in ms. */
const PROGRESS_MS = 1000;

/** Pause after the last change before the index is stored, in ms, because a query has to wait during writing. */
const SAVE_AFTER_MS = 3000;

/**
 * Runs one search engine. It is the worker without its process, so that other code can run it in its own process.
 *
 * Requests are handled in the order of arrival, but each waits until the present turn of the event loop is over, so
 * that a `cancel` that arrived with it is known. Own articles are loaded between requests.
 *
 * @returns the function that takes each request; the first must be `init`
 */
export function serveSearch(
  answer: (message: SearchAnswer) => void,
  openDisk: (source: OwnSource) => OwnDisk,
): (request: SearchRequest) => void {
  const server = new Server(answer, openDisk);
  const cancelled = new Set<number>();
  return (request) => {
    if (request.kind === 'cancel') {
      cancelled.add(request.id);
      return;
    }
    setImmediate(() => {
      if ('id' in request && cancelled.delete(request.id)) return;
      server.run(request);
    });
  };
}

class Server {
  private readonly answer: (message: SearchAnswer) => void;
  private readonly openDisk: (source: OwnSource) => OwnDisk;
  private readonly annotations = new AnnotationIndex();
  private engine: SearchEngine<Segment> | undefined;
  private own: OwnIndex<Segment> | undefined;
  private saving: NodeJS.Timeout | undefined;

  constructor(answer: (message: SearchAnswer) => void, openDisk: (source: OwnSource) => OwnDisk) {
    this.answer = answer;
    this.openDisk = openDisk;
  }

  run(request: SearchRequest): void {
    switch (request.kind) {
      case 'init': {
        const before = performance.now();
        const opened = openEngine(request.articles, request.shippedIndex);
        this.engine = opened.engine;
        // One query warms the engine up, so that the reader's first query is not slower.
        opened.engine.query({ text: '', matching: 'close', typing: false });
        this.answer({ kind: 'ready', built: opened.built, ms: performance.now() - before });
        return;
      }
      case 'own':
        return this.open(request.source);
      case 'add':
        (this.own ?? this.engine)?.add(request.articles);
        return this.saveSoon();
      case 'remove':
        (this.own ?? this.engine)?.remove(request.ids);
        return this.saveSoon();
      case 'reread':
        this.own?.reread(request.articleId);
        return this.saveSoon();
      case 'put-annotations':
        for (const each of request.of) this.annotations.put(each);
        return;
      case 'cancel':
        return;
      default:
        this.answerTo(request);
    }
  }

  private open(source: OwnSource): void {
    if (!this.engine) return;
    const own = new OwnIndex(this.engine, this.openDisk(source), source, (articleId) =>
      this.answer({ kind: 'unreadable', articleId }),
    );
    this.own = own;
    if (source.articles.length === 0) return this.saveSoon();
    let reportedMs = performance.now();
    this.answer({ kind: 'progress', coverage: own.coverage() });
    const runSlice = (): void => {
      const isMore = own.step();
      if (isMore) setImmediate(runSlice);
      else this.saveSoon();
      if (isMore && performance.now() - reportedMs < PROGRESS_MS) return;
      reportedMs = performance.now();
      this.answer({ kind: 'progress', coverage: own.coverage() });
    };
    runSlice();
  }

  private answerTo(question: SearchQuestion): void {
    const { engine, own } = this;
    if (!engine) return;
    const { id } = question;
    switch (question.kind) {
      case 'query': {
        const coverage = own?.coverage() ?? coverageOfAll(engine);
        const result = { ...engine.query(question.query), coverage };
        return this.answer({ kind: 'result', id, result });
      }
      case 'query-annotations': {
        const result = this.annotations.query(question.query);
        return this.answer({ kind: 'annotations', id, result });
      }
      case 'locate': {
        const { articleId, text, matching } = question;
        own?.readNow(articleId);
        return this.answer({
          kind: 'matches',
          id,
          matches: engine.locate(articleId, text, matching),
        });
      }
    }
  }

  private saveSoon(): void {
    clearTimeout(this.saving);
    const { own } = this;
    if (!own) return;
    this.saving = setTimeout(() => own.saveAll(), SAVE_AFTER_MS);
    // Sealed parts are stored at once, because after a crash an import of thousands of articles would otherwise be
    // read again.
    own.saveSealed();
  }
}

/** Without own articles nothing is pending. */
const coverageOfAll = (engine: SearchEngine<Segment>): Coverage => ({
  searched: engine.articleCount,
  waiting: 0,
  unreadable: 0,
});
