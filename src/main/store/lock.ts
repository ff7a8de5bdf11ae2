import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { wholeSchema } from '#shared/domain/primitives.ts';
import { type FileSystem, discard, errorCode, writeAll } from '../disk/file-system.ts';

/** What the lock asks of the system to tell a running writer from an ended one. */
export interface ProcessTable {
  readonly pid: number;
  /** An id that differs after every start of the machine; `null` where the system tells none. */
  readonly bootId: string | null;
  /**
   * Returns when a process started: clock ticks on Linux, `epoch:<ms since 1970>`, or `running` when the system does not
   * tell; `null` when no such process exists.
   */
  startOf(pid: number): string | null;
}

export type Lock =
  | { readonly state: 'held'; readonly token: string; release(): void }
  | { readonly state: 'busy'; readonly pid: number }
  | { readonly state: 'refused'; readonly error: unknown };

const holderSchema = v.object({
  pid: wholeSchema,
  started: v.nullable(v.string()),
  bootId: v.nullable(v.string()),
  token: v.string(),
});

/** How far two statements of one start may differ, ms: one is computed from an age, one has whole seconds. */
const START_TOLERANCE_MS = 5000;

/** How many stale locks are cleared before giving up. More of them means that several apps are starting at once. */
const ATTEMPTS = 3;

/** Takes the data folder for this process, and replaces the lock of a process that has ended. */
export function acquireLock(fs: FileSystem, path: string, processes: ProcessTable): Lock {
  const token = randomUUID();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      createLock(fs, path, { ...identify(processes), token });
      return { state: 'held', token, release: () => releaseLock(fs, path, token) };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') return { state: 'refused', error };
    }
    const holder = readHolder(fs, path);
    if (holder && isRunning(holder, processes)) return { state: 'busy', pid: holder.pid };
    try {
      clearStale(fs, path, token, holder?.token);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') return { state: 'refused', error };
    }
  }
  return { state: 'busy', pid: readHolder(fs, path)?.pid ?? 0 };
}

/** True while the lock still has the given token. */
export function holdsLock(fs: FileSystem, path: string, token: string): boolean {
  return readHolder(fs, path)?.token === token;
}

function createLock(
  fs: FileSystem,
  path: string,
  holder: v.InferOutput<typeof holderSchema>,
): void {
  const file = fs.create(path);
  try {
    writeAll(fs, file, Buffer.from(`${JSON.stringify(holder)}\n`));
  } catch (error) {
    discard(fs, path);
    throw error;
  } finally {
    fs.close(file);
  }
}

/** Moves the stale lock away before removing it, so that only one of two starting apps removes it. */
function clearStale(fs: FileSystem, path: string, token: string, seen: string | undefined): void {
  const aside = `${path}.${token}`;
  fs.rename(path, aside);
  const moved = readHolder(fs, aside)?.token;
  // Another process was quicker and its new lock was moved, so the lock is moved back.
  if (moved !== seen && !fs.exists(path)) fs.rename(aside, path);
  else discard(fs, aside);
}

function readHolder(fs: FileSystem, path: string): v.InferOutput<typeof holderSchema> | null {
  try {
    return v.parse(holderSchema, JSON.parse(Buffer.from(fs.read(path)).toString('utf8')));
  } catch {
    // The lock is missing, or its writer was killed while writing, so its holder is unknown.
    return null;
  }
}

function isRunning(holder: v.InferOutput<typeof holderSchema>, processes: ProcessTable): boolean {
  if (holder.bootId !== null && processes.bootId !== null && holder.bootId !== processes.bootId)
    return false;
  const started = processes.startOf(holder.pid);
  if (started === null) return false;
  // Another program may have the number by now, but its start differs.
  return holder.started === null || isSameStart(holder.started, started);
}

/** An unknown start counts as the same, because two writers would be worse than a folder that cannot be written. */
function isSameStart(written: string, found: string): boolean {
  if (written === 'running' || found === 'running') return true;
  const [before, now] = [epochMs(written), epochMs(found)];
  if (before === null || now === null) return written === found;
  return Math.abs(before - now) <= START_TOLERANCE_MS;
}

const epochMs = (start: string): number | null =>
  start.startsWith('epoch:') ? Number(start.slice('epoch:'.length)) : null;

const identify = (processes: ProcessTable) => ({
  pid: processes.pid,
  started: processes.startOf(processes.pid),
  bootId: processes.bootId,
});

function releaseLock(fs: FileSystem, path: string, token: string): void {
  if (holdsLock(fs, path, token)) discard(fs, path);
}
