/** Runs the import worker as a process of plain Node, for scripts that need no window. */
import { serveImport } from '#main/convert/process/serve.ts';
import type { ImportRequest } from '#main/convert/process/protocol.ts';

const serve = serveImport(
  (answer) => void process.send?.(answer),
  (bug) => process.stderr.write(`BUG ${bug instanceof Error ? bug.stack : String(bug)}\n`),
);
// The script at the other end follows this protocol.
process.on('message', (request) => void serve(request as ImportRequest));
