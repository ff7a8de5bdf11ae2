import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type ImportWorkerClient, createImportWorkerClient } from '#main/convert/process/client.ts';

const KILOBYTE = 1024;
/** What the worker writes before a bug; the libraries of the formats write warnings of their own. */
const BUG_MARK = 'BUG ';

export interface ProcessClient extends ImportWorkerClient {
  /** Most resident memory of the converting process that was seen, bytes; 0 where the system does not tell. */
  peakBytes(): number;
  /** What the formats threw, as text: each is a bug, though the reader was told that the file is damaged. */
  bugs(): readonly string[];
}

/** The app's own client and its limits, over a process of plain Node. */
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

/** As the kernel counts it, with the highest since the process began. */
function memoryOf(pid: number): { residentBytes: number; peakBytes: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const bytes = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1]) * KILOBYTE;
    return { residentBytes: bytes('VmRSS'), peakBytes: bytes('VmHWM') };
  } catch {
    // Another system, or the process is gone: the limit of time remains.
    return null;
  }
}
