/**
 * The import worker, but one that never comes back from a file whose name has `endless` in it, and takes ever more
 * memory for one with `greedy`.
 */
const taken = [];

process.parentPort.on('message', ({ data: { name } }) => {
  if (name.includes('endless')) for (;;);
  if (name.includes('greedy')) for (;;) taken.push(Buffer.alloc(4 * 1024 * 1024, 1));
});

require('../../../out/main/import-worker.cjs');
