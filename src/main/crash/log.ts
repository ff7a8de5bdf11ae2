import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';

/** A log that has grown to this size is moved to `….1`, bytes; so two files are the most. */
const ROTATE_AT_BYTES = 256_000;

/** A stack trace longer than this says nothing more, UTF-16 units. */
const MAX_ENTRY_UTF16 = 4_000;

/** What the system says of a process that ended, and which article it was about: its id names no text. */
const TOLD: ReadonlySet<string> = new Set(['reason', 'exitCode', 'type', 'name', 'articleId']);

/** A place in the program: a function, a file and numbers. */
const PLACE = /^\s+at .*:\d+:\d+\)?$/u;

/** Something that went wrong in the program, never what the reader reads or writes. */
export interface LogEntry {
  /** `area/kebab-case`, such as `crash/window-gone`. */
  readonly code: string;
  /** What the system says: a reason, an exit code, a bug with its stack. */
  readonly detail?: unknown;
}

export interface Log {
  /** Absolute path of the file. */
  readonly path: string;
  /** Adds a line. Never throws: a full disk must not make things worse. */
  write(entry: LogEntry): void;
}

/**
 * A local log, rotated, mode 0600. Of a bug only its kind and the places in the program are written, not its
 * message: a message may quote a text. Paths lose the name of the reader's home folder.
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
        // The disk refuses; the reader is told by the dialog all the same.
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
  const told = Object.entries(detail).filter(([key, value]) => TOLD.has(key) && isWord(value));
  return told.length > 0 ? Object.fromEntries(told) : 'object';
}

function describeBug({ name, message, stack = '' }: Error): string {
  // The stack begins with the message, which may have lines that look like places.
  const start = message === '' ? -1 : stack.indexOf(message);
  const rest = start === -1 ? stack : stack.slice(start + message.length);
  const places = rest.split('\n').filter((line) => PLACE.test(line));
  const kind = isWord(name) ? name : 'Error';
  return [kind, ...places].join('\n').replaceAll(homedir(), '~').slice(0, MAX_ENTRY_UTF16);
}

const isWord = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^[\w .-]{1,60}$/u.test(value));
