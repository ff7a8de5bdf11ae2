import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';

/** When the log reaches this size, in bytes, it is renamed to `….1`; at most two files exist. */
const ROTATE_AT_BYTES = 256_000;

/** The longest entry, in UTF-16 units; the rest of a stack trace adds nothing. */
const MAX_ENTRY_UTF16 = 4_000;

/**
 * The fields that the system reports about a process that ended. An article is logged by its id only, because an id
 * reveals none of its text.
 */
const LOGGED_FIELDS: ReadonlySet<string> = new Set([
  'reason',
  'exitCode',
  'type',
  'name',
  'articleId',
]);

/** A line of a stack trace: a function, a file, a line and a column. */
const STACK_FRAME = /^\s+at .*:\d+:\d+\)?$/u;

/** A fault of the program. Entries never contain what the reader reads or writes. */
export interface LogEntry {
  /** `area/kebab-case`, such as `crash/window-gone`. */
  readonly code: string;
  /** What the system reports: a reason, an exit code, or an error with its stack. */
  readonly detail?: unknown;
}

export interface Log {
  /** Absolute path of the file. */
  readonly path: string;
  /** Appends one line. It never throws, because a full disk must not cause a second fault. */
  write(entry: LogEntry): void;
}

/**
 * Creates a local log file, readable by its owner only (mode 0600), with one rotated older file. For an error, the
 * log keeps the kind and the stack frames but not the message, which may quote a text. The reader's home folder is
 * replaced by `~`.
 */
export function createLog(path: string, now: () => Date): Log {
  return {
    path,
    write({ code, detail }) {
      const line = JSON.stringify({ at: now().toISOString(), code, detail: describe(detail) });
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        rotate(path);
        appendFileSync(path, `${line}\n`, { mode: 0o600 });
      } catch {
        // The disk refuses the line. A dialog tells the reader about the fault anyway.
      }
    },
  };
}

function rotate(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size >= ROTATE_AT_BYTES) renameSync(path, `${path}.1`);
}

function describe(detail: unknown): unknown {
  if (detail instanceof Error) return describeBug(detail);
  if (typeof detail !== 'object' || detail === null) return typeof detail;
  const fields = Object.entries(detail).filter(
    ([key, value]) => LOGGED_FIELDS.has(key) && isWord(value),
  );
  return fields.length > 0 ? Object.fromEntries(fields) : 'object';
}

function describeBug({ name, message, stack = '' }: Error): string {
  // The stack begins with the message, and lines of the message may look like stack frames.
  const messageAt = message === '' ? -1 : stack.indexOf(message);
  const trace = messageAt === -1 ? stack : stack.slice(messageAt + message.length);
  const frames = trace.split('\n').filter((line) => STACK_FRAME.test(line));
  const kind = isWord(name) ? name : 'Error';
  return [kind, ...frames].join('\n').replaceAll(homedir(), '~').slice(0, MAX_ENTRY_UTF16);
}

const isWord = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^[\w .-]{1,60}$/u.test(value));
