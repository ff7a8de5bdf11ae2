/** Entry of the import worker, an Electron utility process. */
import { endOnRejection } from '../../end-on-rejection.ts';
import { confine } from './confine.ts';
import type { ImportRequest } from './protocol.ts';
import { serveImport } from './serve.ts';

/** The part of Electron's `process.parentPort` that is used; its types would need the electron package here. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

endOnRejection();
confine();

// Electron adds the port to `process` in a utility process, and only there.
const { parentPort } = process as unknown as { parentPort: ParentPort };
const serve = serveImport(
  (answer) => parentPort.postMessage(answer),
  (bug) =>
    process.stderr.write(`${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}\n`),
);
// The other end is our own main process, which speaks this protocol and no other.
parentPort.on('message', ({ data }) => void serve(data as ImportRequest));
