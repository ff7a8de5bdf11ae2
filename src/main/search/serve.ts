import { AnnotationIndex } from './annotation-index.ts';
import { openEngine } from './build-index.ts';
import type { SearchEngine } from './engine.ts';
import type { SearchAnswer, SearchQuestion, SearchRequest } from './protocol.ts';

/**
 * Serves one search engine: the worker without its process, so that tests can run it in theirs.
 *
 * Requests are carried out in the order they come, but wait until the present turn of the event loop is over: a
 * `cancel` that came with them is then known.
 *
 * @returns the function that takes each request; the first must be `init`
 */
export function serveSearch(
  answer: (message: SearchAnswer) => void,
): (request: SearchRequest) => void {
  let engine: SearchEngine | undefined;
  const annotations = new AnnotationIndex();
  const cancelled = new Set<number>();

  const run = (request: SearchRequest): void => {
    if (request.kind === 'init') {
      const before = performance.now();
      const opened = openEngine(request.articles, request.prebuiltIndex);
      engine = opened.engine;
      // The tip is built by the first query; a ready engine has answered one.
      engine.query({ text: '', dial: 'close', typing: false });
      answer({ kind: 'ready', built: opened.built, ms: performance.now() - before });
    } else if (request.kind === 'put-annotations') {
      for (const each of request.of) annotations.put(each);
    } else if (request.kind === 'add') engine?.add(request.articles);
    else if (request.kind === 'remove') engine?.remove(request.ids);
    else if (request.kind !== 'cancel' && engine !== undefined)
      answer(answerTo(request, engine, annotations));
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

function answerTo(
  question: SearchQuestion,
  engine: SearchEngine,
  annotations: AnnotationIndex,
): SearchAnswer {
  const { id } = question;
  switch (question.kind) {
    case 'query':
      return { kind: 'result', id, result: engine.query(question.query) };
    case 'query-annotations':
      return { kind: 'annotations', id, result: annotations.query(question.query) };
    case 'locate': {
      const { articleId, text, dial } = question;
      return { kind: 'places', id, places: engine.locate(articleId, text, dial) };
    }
  }
}
