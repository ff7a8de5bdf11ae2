import type { Coverage } from '#shared/domain/search-result.ts';
import { AnnotationIndex } from './annotation-index.ts';
import { openEngine } from './build-index.ts';
import type { SearchEngine } from './engine.ts';
import { type OwnDisk, OwnIndex, type OwnSource } from './own-index.ts';
import type { SearchAnswer, SearchQuestion, SearchRequest } from './protocol.ts';
import type { Segment } from './segment.ts';

/** Least time between two news of how much is searched, ms. */
const PROGRESS_MS = 1000;

/** Rest after the last change before the index is stored, ms: a query waits for the writing. */
const SAVE_AFTER_MS = 3000;

/**
 * Serves one search engine: the worker without its process, so that others can run it in theirs.
 *
 * Requests are carried out in the order they come, but wait until the present turn of the event loop is over: a
 * `cancel` that came with them is then known. Own articles are loaded between them.
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
        // What the first query makes ready is part of being ready.
        opened.engine.query({ text: '', dial: 'close', typing: false });
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
    let toldMs = performance.now();
    this.answer({ kind: 'progress', coverage: own.coverage() });
    const turn = (): void => {
      const isMore = own.step();
      if (isMore) setImmediate(turn);
      else this.saveSoon();
      if (isMore && performance.now() - toldMs < PROGRESS_MS) return;
      toldMs = performance.now();
      this.answer({ kind: 'progress', coverage: own.coverage() });
    };
    turn();
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
        const { articleId, text, dial } = question;
        own?.bring(articleId);
        return this.answer({ kind: 'places', id, places: engine.locate(articleId, text, dial) });
      }
    }
  }

  private saveSoon(): void {
    clearTimeout(this.saving);
    const { own } = this;
    if (!own) return;
    this.saving = setTimeout(() => own.saveAll(), SAVE_AFTER_MS);
    // Sealed parts are stored at once: an import of thousands would otherwise be read again after a crash.
    own.saveSealed();
  }
}

/** Without own articles nothing waits. */
const coverageOfAll = (engine: SearchEngine<Segment>): Coverage => ({
  searched: engine.articleCount,
  waiting: 0,
  unreadable: 0,
});
