import { tryParse } from '#shared/domain/parse.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import type { NotWritten } from '../../marks-exchange/files.ts';
import type { RefusalReason } from '../../disk/file-system.ts';
import type { BackupFileError } from '../copy-refusal.ts';
import type { Inspection } from '../inspection.ts';
import {
  type ArchiveRequest,
  type CopyRequest,
  type CopyTask,
  archiveAnswerSchema,
  copyAnswerSchema,
} from './protocol.ts';

/** The part of Electron's `UtilityProcess` that is used here. */
export interface CopyWorker {
  /** `undefined` before the process has started and after it has ended. */
  readonly pid?: number | undefined;
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): unknown;
}

/** The reading of a copy exceeded a limit or was stopped. */
interface ReadingEnded extends Coded {
  readonly code:
    | 'backup/too-slow'
    | 'backup/too-heavy'
    | 'backup/reader-ended'
    | 'backup/cancelled';
}

interface DiskRefused extends Coded {
  readonly code: 'backup/not-prepared';
  readonly params: { readonly reason: RefusalReason };
}

export type CopyError = BackupFileError | ReadingEnded | DiskRefused;

/** A backup file was not written; an older file of that name is unchanged. */
export type ArchiveError = NotWritten | { readonly code: 'backup/too-large' };

/** What was written. */
export interface Written {
  /** How many damaged or unreadable articles and originals the file lacks. */
  readonly leftOut: number;
}

/** Reads and writes backup files, each in a process of its own, which is ended when it exceeds a limit. */
export interface CopyReader {
  /** Reads a copy, and stops an earlier reading that is still running. Never rejects. */
  run(request: CopyRequest): Promise<Result<Inspection, CopyError>>;
  /** Stops the running reading, which then answers `backup/cancelled`. A running writing goes on. */
  cancel(): void;
  /** Writes a backup file. Never rejects. After a failure the temporary file may still exist. */
  write(request: ArchiveRequest): Promise<Result<Written, ArchiveError>>;
}

export interface CopyReaderOptions {
  readonly fork: () => CopyWorker;
  /** Returns the resident memory of a process in bytes, or `null` when it is unknown. */
  readonly memoryOf: (pid: number) => number | null;
  readonly maxMs?: number;
  readonly maxBytes?: number;
}

/** Longest reading, ms. A copy of two gigabytes takes a minute; a malicious one would take as long as it may. */
const MAX_MS = 300_000;
/** Writing may take so many times longer, because every file is synced. */
const WRITING_TIMES = 6;
const MAX_BYTES = 400 * 1024 * 1024;
/** How often the memory is checked, ms. */
const LOOK_MS = 100;

export function createCopyReader(options: CopyReaderOptions): CopyReader {
  const { maxMs = MAX_MS } = options;
  let cancel: () => void = () => undefined;
  return {
    run(request) {
      cancel();
      const reading = startTask(options, {
        task: { kind: 'read', request },
        maxMs: request.prepare ? maxMs * WRITING_TIMES : maxMs,
        read: readAnswer,
        endedAs: (code): Result<Inspection, CopyError> => fail({ code }),
      });
      cancel = () => reading.end('backup/cancelled');
      return reading.answer;
    },
    cancel: () => cancel(),
    write: (request) =>
      startTask(options, {
        task: { kind: 'write', request },
        maxMs: maxMs * WRITING_TIMES,
        read: readArchiveAnswer,
        endedAs: () => notWritten('other'),
      }).answer,
  };
}

interface Task<Answer> {
  readonly task: CopyTask;
  readonly maxMs: number;
  /** Reads the one message that the process answers with. */
  readonly read: (message: unknown) => Answer;
  /** Returns the answer for a process that ended or was ended. */
  readonly endedAs: (code: ReadingEnded['code']) => Answer;
}

/** Starts a process for a task. The process has ended when the answer arrives. */
function startTask<Answer>(
  { fork, memoryOf, maxBytes = MAX_BYTES }: CopyReaderOptions,
  { task, maxMs, read, endedAs }: Task<Answer>,
): { readonly answer: Promise<Answer>; readonly end: (code: ReadingEnded['code']) => void } {
  let resolve: (answer: Answer) => void = () => undefined;
  const answer = new Promise<Answer>((settled) => {
    resolve = settled;
  });
  const worker = fork();
  const settle = (given: Answer): void => {
    clearTimeout(limit);
    clearInterval(look);
    worker.kill();
    // Only the first answer counts, because a promise is settled once.
    resolve(given);
  };
  const end = (code: ReadingEnded['code']): void => settle(endedAs(code));
  const limit = setTimeout(() => end('backup/too-slow'), maxMs);
  const look = setInterval(() => {
    const bytes = worker.pid === undefined ? 0 : (memoryOf(worker.pid) ?? 0);
    if (bytes > maxBytes) end('backup/too-heavy');
  }, LOOK_MS);
  for (const timer of [limit, look]) timer.unref();
  worker.on('message', (message) => settle(read(message)));
  worker.on('exit', () => end('backup/reader-ended'));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, no window
  worker.postMessage(task);
  return { answer, end };
}

function readAnswer(message: unknown): Result<Inspection, CopyError> {
  const parsed = tryParse(copyAnswerSchema, message);
  if (!parsed.success) return fail({ code: 'backup/reader-ended' });
  const answer = parsed.output;
  if (answer.kind === 'found') return succeed(answer.inspection);
  if (answer.kind === 'refused') return fail({ code: answer.code });
  return fail({ code: 'backup/not-prepared', params: { reason: answer.reason } });
}

function readArchiveAnswer(message: unknown): Result<Written, ArchiveError> {
  const parsed = tryParse(archiveAnswerSchema, message);
  if (!parsed.success) return notWritten('other');
  const answer = parsed.output;
  if (answer.kind === 'written') return succeed({ leftOut: answer.leftOut });
  if (answer.kind === 'too-large') return fail({ code: 'backup/too-large' });
  return notWritten(answer.reason);
}

const notWritten = (reason: RefusalReason) =>
  fail<NotWritten>({ code: 'exchange/not-written', params: { reason } });
