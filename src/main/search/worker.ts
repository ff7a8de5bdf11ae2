/** Entry of the search worker, an Electron utility process. */
import { createNodeFileSystem } from '../store/node-file-system.ts';
import { createOwnDisk } from './own-disk.ts';
import type { SearchRequest } from './protocol.ts';
import { serveSearch } from './serve.ts';

/** The part of Electron's `process.parentPort` that is used; its types would need the electron package here. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

// Electron adds the port to `process` in a utility process, and only there.
const { parentPort } = process as unknown as { parentPort: ParentPort };
const fs = createNodeFileSystem();
const serve = serveSearch(
  (answer) => parentPort.postMessage(answer),
  (source) => createOwnDisk(fs, source),
);
// The other end is our own main process, which speaks this protocol and no other.
parentPort.on('message', ({ data }) => serve(data as SearchRequest));
