import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type ImportWorkerClient, createImportWorkerClient } from '#main/convert/process/client.ts';

const KILOBYTE = 1024;
/** The worker writes this before a bug, because the libraries of the formats write their own warnings. */
const BUG_MARK = 'BUG ';

export interface ProcessClient extends ImportWorkerClient {
  /** Returns the most resident memory of the converting process, bytes; 0 where the system does not tell. */
  peakBytes(): number;
  /** Returns what the formats threw, as text. Each is a bug, though the reader was told that the file is damaged. */
  bugs(): readonly string[];
}

/** Creates the app's own client with its limits, over a process of plain Node. */
export function createProcessClient(): ProcessClient {
  let peakBytes = 0;
  const bugs: string[] = [];
  const client = createImportWorkerClient({
    fork: () => {
      const child = fork(new URL('worker-process.ts', import.meta.url), {
        serialization: 'advanced',
        execArgv: ['--disable-warning=ExperimentalWarning'],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      child.stderr?.on('data', (data: Buffer) => {
        process.stderr.write(data);
        if (data.includes(BUG_MARK)) bugs.push(data.toString());
      });
      return {
        pid: child.pid,
        postMessage: (message) => void child.send(message as object),
        on: (event: 'message' | 'exit', listener: (value: never) => void) =>
          child.on(event, listener as (value: unknown) => void),
        kill: () => child.kill('SIGKILL'),
      };
    },
    memoryOf: (pid) => {
      const memory = memoryOf(pid);
      peakBytes = Math.max(peakBytes, memory?.peakBytes ?? 0);
      return memory?.residentBytes ?? null;
    },
  });
  return {
    convert: (bytes, name) => client.convert(bytes, name),
    stop: () => client.stop(),
    peakBytes: () => peakBytes,
    bugs: () => bugs,
  };
}

/** Returns the memory that the kernel counts, with the highest since the process began, bytes. */
function memoryOf(pid: number): { residentBytes: number; peakBytes: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const bytes = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1]) * KILOBYTE;
    return { residentBytes: bytes('VmRSS'), peakBytes: bytes('VmHWM') };
  } catch {
    // This is another system, or the process has ended; the limit of time remains.
    return null;
  }
}
