import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { compactionJobSchema, runCompaction } from '#main/store/compact.ts';
import { createNodeFileSystem } from '#main/disk/node-file-system.ts';
import { loadElectronStore } from './plain-node.ts';

await loadElectronStore();
const { writeElectronStoreFile } = await import('#main/store/electron-store-file.ts');
const tools = {
  fs: createNodeFileSystem(),
  writeStoreFile: writeElectronStoreFile,
  now: () => new Date(),
};
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
parentPort?.postMessage(runCompaction(tools, v.parse(compactionJobSchema, workerData)));
