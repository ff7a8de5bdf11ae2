/** The import worker as a thread of Node, for scripts that need no window. */
import { parentPort } from 'node:worker_threads';
import { serveImport } from '#main/convert/process/serve.ts';
import type { ImportRequest } from '#main/convert/process/protocol.ts';

const serve = serveImport(
  (answer) => parentPort?.postMessage(answer),
  (bug) => process.stderr.write(`BUG ${bug instanceof Error ? bug.stack : String(bug)}\n`),
);
// The script at the other end speaks this protocol and no other.
parentPort?.on('message', (request) => void serve(request as ImportRequest));
