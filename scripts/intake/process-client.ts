import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type ImportWorkerClient, createImportWorkerClient } from '#main/import/process/client.ts';

/** Bytes of a page of memory, as `/proc/<pid>/statm` counts them on the systems that have it. */
const PAGE_BYTES = 4096;

export interface ProcessClient extends ImportWorkerClient {
  /** Most resident memory of the converting process that was seen, bytes; 0 where the system does not tell. */
  peakBytes(): number;
}

/** The app's own client and its limits, over a process of plain Node. */
export function createProcessClient(): ProcessClient {
  let peakBytes = 0;
  const client = createImportWorkerClient({
    fork: () => {
      const child = fork(new URL('worker-process.ts', import.meta.url), {
        serialization: 'advanced',
        execArgv: ['--disable-warning=ExperimentalWarning'],
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
      const bytes = residentBytes(pid);
      peakBytes = Math.max(peakBytes, bytes ?? 0);
      return bytes;
    },
  });
  return {
    convert: (bytes, name) => client.convert(bytes, name),
    stop: () => client.stop(),
    peakBytes: () => peakBytes,
  };
}

function residentBytes(pid: number): number | null {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
    return Number(pages) * PAGE_BYTES;
  } catch {
    // Another system, or the process is gone: the limit of time remains.
    return null;
  }
}
