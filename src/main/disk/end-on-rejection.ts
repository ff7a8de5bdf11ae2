/**
 * Ends this worker when a promise is rejected and nobody handles it.
 *
 * Since Electron 37 such a rejection no longer ends a utility process by itself. If the worker lived on after losing an
 * answer, its client would wait for ever; a worker that ends is restarted.
 */
export function endOnRejection(worker: NodeJS.Process = process): void {
  worker.on('unhandledRejection', (bug) => {
    worker.stderr.write(`${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}\n`);
    worker.exit(1);
  });
}
