/** Entry of the search worker, an Electron utility process. */
import { endOnRejection } from '../end-on-rejection.ts';
import { createNodeFileSystem } from '../store/node-file-system.ts';
import type { decodeOwn } from '../library/own-file.ts';
import { createOwnDisk } from './own-disk.ts';
import type { SearchRequest } from './protocol.ts';
import { serveSearch } from './serve.ts';

/** The part of Electron's `process.parentPort` that is used; its types would need the electron package here. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

endOnRejection();

// Electron adds the port to `process` in a utility process, and only there.
const { parentPort } = process as unknown as { parentPort: ParentPort };
const fs = createNodeFileSystem();
/** Loaded with the first own articles: the schemas take longer to load than the shipped index to open. */
let decode: typeof decodeOwn = () => ({ kind: 'invalid' });
const serve = serveSearch(
  (answer) => parentPort.postMessage(answer),
  (source) => createOwnDisk(fs, source, (bytes) => decode(bytes)),
);
let loaded: Promise<void> = Promise.resolve();

async function loadDecoder(): Promise<void> {
  ({ decodeOwn: decode } = await import('../library/own-file.ts'));
}

parentPort.on('message', ({ data }) => {
  // The other end is our own main process, which speaks this protocol and no other.
  const request = data as SearchRequest;
  if (request.kind === 'own' && request.source.articles.length > 0) loaded = loadDecoder();
  void loaded.then(() => serve(request));
});
