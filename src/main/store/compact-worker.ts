import * as v from 'valibot';
import { endOnRejection } from '../disk/end-on-rejection.ts';
import { compactionJobSchema, runCompaction } from './compact.ts';
import { writeElectronStoreFile } from './electron-store-file.ts';
import { createNodeFileSystem } from '../disk/node-file-system.ts';

/** Entry of the utility process that compacts the journal. It does one job, sends one report, and is then ended. */

endOnRejection();

// The title tells this worker from the others in the system's table of processes, so that a test can find and kill it.
process.title = 'hashiya-compact';

// If SNAP were set, electron-store would write without its safe rename.
delete process.env['SNAP'];

process.parentPort.on('message', ({ data }: { data: unknown }) => {
  const fs = createNodeFileSystem();
  const tools = { fs, writeStoreFile: writeElectronStoreFile, now: () => new Date() };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, no window
  process.parentPort.postMessage(runCompaction(tools, v.parse(compactionJobSchema, data)));
});
