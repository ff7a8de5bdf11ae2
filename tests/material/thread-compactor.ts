import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { compactionReportSchema } from '#main/store/compact.ts';
import type { Compactor } from '#main/store/compactor.ts';

/** Creates a compactor in a thread, because plain Node has no utility process. */
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
