import { EventEmitter } from 'node:events';
import type { ArticleAnnotations } from './annotation-index.ts';
import { openShipped } from './build-index.ts';
import type { SearchLibrary, SearchWorker } from './client.ts';
import type { SearchRequest } from './protocol.ts';
import { serveSearch } from './serve.ts';

export interface WorkerHereOptions {
  /** All annotations as they are now. */
  readonly annotations: readonly ArticleAnnotations[];
  /** Told of a bug; the worker then counts as ended. */
  readonly onBug: (bug: unknown) => void;
}

/** Annotations that are read in some 30 ms; with more, a process is started for them. */
const MAX_ANNOTATIONS = 200;

/**
 * A search worker without a process of its own, for the first moments of a start: its process would take longer to
 * come up than the first search to answer (docs/adr/0007). It opens what is small and there already, and nothing else.
 *
 * @returns the worker, ready; `null` when the shipped index cannot be opened or there are many annotations: those
 *          are for a process
 */
export function openWorkerHere(
  { articles, shippedIndex }: SearchLibrary,
  { annotations, onBug }: WorkerHereOptions,
): SearchWorker | null {
  const count = annotations.reduce((sum, each) => sum + each.annotations.length, 0);
  const opened = count > MAX_ANNOTATIONS ? null : openShipped(articles, shippedIndex);
  if (!opened) return null;
  const events = new EventEmitter();
  const serve = serveSearch(
    (answer) => void (answer.kind === 'ready' || events.emit('message', answer)),
    () => {
      throw new Error('own articles are for a process');
    },
    {
      open: () => opened,
      onBug: (bug) => {
        onBug(bug);
        // As if its process had ended.
        events.emit('exit', 1);
      },
    },
  );
  serve({ kind: 'init', articles, shippedIndex });
  return {
    // Our own main process speaks this protocol and no other.
    postMessage: (message) => serve(message as SearchRequest),
    on: (event, listener) => events.on(event, listener),
    kill: () => events.removeAllListeners(),
  };
}
