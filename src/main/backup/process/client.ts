import { tryParse } from '#shared/domain/parse.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import type { RefusalReason } from '../../disk/file-system.ts';
import type { BackupFileError } from '../copy-refusal.ts';
import type { Inspection } from '../inspection.ts';
import { type CopyRequest, copyAnswerSchema } from './protocol.ts';

/** The part of Electron's `UtilityProcess` that is used here. */
export interface CopyWorker {
  /** `undefined` before the process has started and after it has ended. */
  readonly pid?: number | undefined;
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): unknown;
}

/** A copy took more than a process may have, or its reading was ended. */
interface ReadingEnded extends Coded {
  readonly code:
    'backup/too-slow' | 'backup/too-heavy' | 'backup/reader-ended' | 'backup/cancelled';
}

interface DiskRefused extends Coded {
  readonly code: 'backup/not-prepared';
  readonly params: { readonly reason: RefusalReason };
}

export type CopyError = BackupFileError | ReadingEnded | DiskRefused;

/** Reads copies, each in a process of its own that is ended when it breaks a limit. */
export interface CopyReader {
  /** Ends what runs before. Never rejects. */
  run(request: CopyRequest): Promise<Result<Inspection, CopyError>>;
  /** Ends what runs: it answers `backup/cancelled`. */
  cancel(): void;
}

export interface CopyReaderOptions {
  readonly fork: () => CopyWorker;
  /** Resident memory of a process, bytes, or `null` when it is not known. */
  readonly memoryOf: (pid: number) => number | null;
  readonly maxMs?: number;
  readonly maxBytes?: number;
}

/** A copy of two gigabytes takes a minute; one that was made to be slow takes what it is given. */
const MAX_MS = 300_000;
/** What is written while it is prepared is synced file by file: as many times longer. */
const PREPARING_TIMES = 6;
const MAX_BYTES = 400 * 1024 * 1024;
/** How often the memory is looked at, ms. */
const LOOK_MS = 100;

export function createCopyReader(options: CopyReaderOptions): CopyReader {
  const { maxMs = MAX_MS, maxBytes = MAX_BYTES } = options;
  let cancel: () => void = () => undefined;

  function run(request: CopyRequest): Promise<Result<Inspection, CopyError>> {
    cancel();
    return new Promise((resolve) => {
      const worker = options.fork();
      const end = (answer: Result<Inspection, CopyError>): void => {
        clearTimeout(limit);
        clearInterval(look);
        worker.kill();
        // The first end counts; a promise is settled once.
        resolve(answer);
      };
      const endAs = (code: ReadingEnded['code']) => end(fail({ code }));
      const limit = setTimeout(
        () => endAs('backup/too-slow'),
        request.prepare ? maxMs * PREPARING_TIMES : maxMs,
      );
      const look = setInterval(() => {
        const bytes = worker.pid === undefined ? 0 : (options.memoryOf(worker.pid) ?? 0);
        if (bytes > maxBytes) endAs('backup/too-heavy');
      }, LOOK_MS);
      for (const timer of [limit, look]) timer.unref();
      cancel = () => endAs('backup/cancelled');
      worker.on('message', (message) => end(readAnswer(message)));
      worker.on('exit', () => endAs('backup/reader-ended'));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, no window
      worker.postMessage(request);
    });
  }

  return { run, cancel: () => cancel() };
}

function readAnswer(message: unknown): Result<Inspection, CopyError> {
  const parsed = tryParse(copyAnswerSchema, message);
  if (!parsed.success) return fail({ code: 'backup/reader-ended' });
  const answer = parsed.output;
  if (answer.kind === 'found') return succeed(answer.inspection);
  if (answer.kind === 'refused') return fail({ code: answer.code });
  return fail({ code: 'backup/not-prepared', params: { reason: answer.reason } });
}
