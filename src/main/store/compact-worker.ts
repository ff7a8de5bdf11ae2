import * as v from 'valibot';
import { endOnRejection } from '../disk/end-on-rejection.ts';
import { compactionJobSchema, runCompaction } from './compact.ts';
import { writeElectronStoreFile } from './electron-store-file.ts';
import { createNodeFileSystem } from '../disk/node-file-system.ts';

/** Entry of the utility process that compacts the journal: one job, one report, and it is ended. */

endOnRejection();

// Told from the other workers in the system's table of processes: what kills it in a test has to find it.
process.title = 'hashiya-compact';

// With SNAP set, electron-store would write without the safe rename.
delete process.env['SNAP'];

process.parentPort.on('message', ({ data }: { data: unknown }) => {
  const fs = createNodeFileSystem();
  const tools = { fs, writeStoreFile: writeElectronStoreFile, now: () => new Date() };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, no window
  process.parentPort.postMessage(runCompaction(tools, v.parse(compactionJobSchema, data)));
});
