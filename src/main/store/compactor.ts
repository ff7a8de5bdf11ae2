import { tryParse } from '#shared/domain/parse.ts';
import { type CompactionJob, type CompactionReport, compactionReportSchema } from './compact.ts';

/** Runs one compaction at a time in a process of its own. It never rejects. */
export interface Compactor {
  run(job: CompactionJob): Promise<CompactionReport>;
  /** Ends a run that takes too long; later runs then fail at once. The stored data is safe at every moment. */
  stop(): void;
}

/** The part of Electron's `UtilityProcess` that is used here. */
export interface WorkerProcess {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

/** Creates a compactor that starts a new worker for every job, so that a damaged worker is never used twice. */
export function createWorkerCompactor(fork: () => WorkerProcess): Compactor {
  let worker: WorkerProcess | null = null;
  let isStopped = false;
  return {
    run: (job) =>
      new Promise((resolve) => {
        if (isStopped) {
          resolve({ written: 0, quarantined: 0, failures: ['stopped'] });
          return;
        }
        let report: CompactionReport = { written: 0, quarantined: 0, failures: ['worker-gone'] };
        const started = fork();
        worker = started;
        started.on('message', (message) => {
          const parsed = tryParse(compactionReportSchema, message);
          if (parsed.success) report = parsed.output;
          started.kill();
        });
        started.on('exit', () => {
          worker = null;
          resolve(report);
        });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, no window
        started.postMessage(job);
      }),
    stop: () => {
      isStopped = true;
      worker?.kill();
    },
  };
}
