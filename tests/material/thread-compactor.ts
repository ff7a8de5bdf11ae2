import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { compactionReportSchema } from '#main/store/compact.ts';
import type { Compactor } from '#main/store/compactor.ts';

/** Compacts in a thread, as the app does in a utility process, which plain Node has not. */
export function createThreadCompactor(): Compactor {
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(new URL('compact-thread.ts', import.meta.url), {
          workerData: job,
        });
        worker.on('message', (message) => resolve(v.parse(compactionReportSchema, message)));
        worker.on('error', reject);
      }),
    stop: () => undefined,
  };
}
