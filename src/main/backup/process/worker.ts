/** Entry of the process that reads and writes copies of the library, an Electron utility process. */
import { endOnRejection } from '../../disk/end-on-rejection.ts';
import { createNodeFileSystem } from '../../disk/node-file-system.ts';
import { openRegularFile } from '../../disk/regular-file.ts';
import type { CopyTask } from './protocol.ts';
import { serveTask } from './serve.ts';

/** The part of Electron's `process.parentPort` that is used. Its types would require the electron package here. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

endOnRejection();

// Electron adds `parentPort` to `process` only in a utility process.
const { parentPort } = process as unknown as { parentPort: ParentPort };
const tools = { fs: createNodeFileSystem(), open: openRegularFile, now: () => new Date() };
parentPort.on('message', ({ data }) => {
  // The other end is our own main process, so the messages follow the protocol.
  void serveTask(data as CopyTask, tools).then((answer) => parentPort.postMessage(answer));
});
