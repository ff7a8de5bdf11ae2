import { openEngine } from './build-index.ts';
import type { SearchEngine } from './engine.ts';
import type { SearchAnswer, SearchRequest } from './protocol.ts';

/**
 * Serves one search engine: the worker without its process, so that tests can run it in theirs.
 *
 * Requests wait until the present turn of the event loop is over; a `cancel` that came with them is then known.
 *
 * @returns the function that takes each request
 */
export function serveSearch(
  answer: (message: SearchAnswer) => void,
): (request: SearchRequest) => void {
  let engine: SearchEngine | undefined;
  const cancelled = new Set<number>();

  const run = (request: SearchRequest): void => {
    if (request.kind === 'init') {
      const before = performance.now();
      const opened = openEngine(request.articles, request.prebuiltIndex);
      engine = opened.engine;
      // The tip is built by the first query; a ready engine has answered one.
      engine.query({ text: '', dial: 'close', typing: false });
      answer({ kind: 'ready', built: opened.built, ms: performance.now() - before });
    } else if (request.kind === 'query' && engine !== undefined) {
      answer({ kind: 'result', id: request.id, result: engine.query(request.query) });
    } else if (request.kind === 'locate' && engine !== undefined) {
      const places = engine.locate(request.articleId, request.text, request.dial);
      answer({ kind: 'places', id: request.id, places });
    }
  };

  return (request) => {
    if (request.kind === 'cancel') {
      cancelled.add(request.id);
      return;
    }
    setImmediate(() => {
      if ('id' in request && cancelled.delete(request.id)) return;
      run(request);
    });
  };
}
