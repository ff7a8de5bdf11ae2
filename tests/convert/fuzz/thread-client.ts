import { Worker } from 'node:worker_threads';
import { type ImportWorkerClient, createImportWorkerClient } from '#main/convert/process/client.ts';

export interface ThreadClient extends ImportWorkerClient {
  /** What the formats threw, as text: each is a bug, though the reader was told that the file is damaged. */
  bugs(): readonly string[];
}

/** The app's own client and its limits, over a thread instead of a process. */
export function createThreadClient(): ThreadClient {
  const bugs: string[] = [];
  const client = createImportWorkerClient({
    fork: () => {
      const thread = new Worker(new URL('thread.ts', import.meta.url), {
        stdout: true,
        stderr: true,
        resourceLimits: { maxOldGenerationSizeMb: 512 },
      });
      thread.stderr.on('data', (data: Buffer) => {
        if (data.includes('BUG ')) bugs.push(data.toString());
      });
      // Memory at its limit ends the thread; the client is told by its exit.
      thread.on('error', (error) => bugs.push(`thread: ${String(error)}`));
      return {
        postMessage: (message) => thread.postMessage(message),
        on: (event: 'message' | 'exit', listener: (value: never) => void) =>
          thread.on(event, listener as (value: unknown) => void),
        kill: () => void thread.terminate(),
      };
    },
    memoryOf: () => null,
  });
  return {
    convert: (bytes, name) => client.convert(bytes, name),
    stop: () => client.stop(),
    bugs: () => bugs,
  };
}
