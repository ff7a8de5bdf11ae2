import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { errorCode } from '../disk/file-system.ts';
import type { ProcessTable } from './lock.ts';

/** What the table asks of the system. Tests give the answers of Linux, Windows and macOS. */
export interface ProcessCalls {
  readonly platform: NodeJS.Platform;
  readonly pid: number;
  /** Sends signal 0: throws `ESRCH` when there is no such process, `EPERM` when it belongs to somebody else. */
  readonly probe: (pid: number) => void;
  readonly readText: (path: string) => string;
  /** Runs a program of the system and returns what it printed; throws when it is missing, fails or takes too long. */
  readonly run: (program: string, args: readonly string[]) => string;
  /** The present moment, ms since 1970. */
  readonly now: () => number;
  /** How long this process has been running, s. */
  readonly processAgeS: () => number;
}

/** Longest that a program of the system may take to tell when a process started, ms. */
const RUN_LIMIT_MS = 10_000;

/** Fields of `/proc/<pid>/stat` after the name; the start time is field 22, see proc(5). */
const START_FIELD_AFTER_NAME = 19;

const SYSTEM: ProcessCalls = {
  platform: process.platform,
  pid: process.pid,
  probe: (pid) => void process.kill(pid, 0),
  readText: (path) => readFileSync(path, 'utf8'),
  run: (program, args) =>
    execFileSync(program, args, {
      encoding: 'utf8',
      timeout: RUN_LIMIT_MS,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      // With these settings `ps` prints the start in English and in UTC, whatever the reader's system uses.
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    }),
  now: () => Date.now(),
  processAgeS: () => process.uptime(),
};

/**
 * Reads the processes of this machine, as far as the system tells.
 *
 * Windows and macOS have no `/proc`; there the start of a process is a time of the clock (`epoch:<ms>`). The start of
 * this process is computed. The start of another one is asked from a program of the system, which happens only when a
 * lock was left behind and a process with its number is running.
 */
export function readProcessTable(calls: ProcessCalls = SYSTEM): ProcessTable {
  if (calls.platform === 'linux')
    return { pid: calls.pid, bootId: readBootId(calls), startOf: (pid) => linuxStart(calls, pid) };
  const ownStart = `epoch:${Math.round(calls.now() - calls.processAgeS() * 1000)}`;
  return {
    pid: calls.pid,
    // The start of a process is enough, because no process outlives the start of its machine.
    bootId: null,
    startOf: (pid) => {
      if (pid === calls.pid) return ownStart;
      return isAlive(calls, pid) ? askedStart(calls, pid) : null;
    },
  };
}

function readBootId(calls: ProcessCalls): string | null {
  try {
    return calls.readText('/proc/sys/kernel/random/boot_id').trim();
  } catch {
    // A system without /proc has no boot id.
    return null;
  }
}

function isAlive(calls: ProcessCalls, pid: number): boolean {
  try {
    calls.probe(pid);
    return true;
  } catch (error) {
    // `EPERM` means that the process runs and belongs to another user.
    return errorCode(error) === 'EPERM';
  }
}

function linuxStart(calls: ProcessCalls, pid: number): string | null {
  if (!isAlive(calls, pid)) return null;
  try {
    const stat = calls.readText(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie process no longer holds anything.
    return fields[0] === 'Z' ? null : (fields[START_FIELD_AFTER_NAME] ?? 'running');
  } catch {
    return 'running';
  }
}

/** Returns the start of another process on Windows or macOS, or `running` when the system does not tell. */
function askedStart(calls: ProcessCalls, pid: number): string {
  try {
    const startedAt = calls.platform === 'win32' ? windowsStart(calls, pid) : unixStart(calls, pid);
    return Number.isFinite(startedAt) ? `epoch:${startedAt}` : 'running';
  } catch {
    return 'running';
  }
}

/** Returns ms since 1970. */
function windowsStart(calls: ProcessCalls, pid: number): number {
  const script = `([DateTimeOffset](Get-Process -Id ${pid}).StartTime).ToUnixTimeMilliseconds()`;
  const printed = calls.run('powershell.exe', [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    script,
  ]);
  return /^\d+$/.test(printed.trim()) ? Number(printed) : Number.NaN;
}

/** Returns ms since 1970; `ps` prints a date such as `Mon Nov 30 04:15:09 2026`. */
function unixStart(calls: ProcessCalls, pid: number): number {
  return Date.parse(`${calls.run('ps', ['-o', 'lstart=', '-p', String(pid)]).trim()} UTC`);
}
