/** Entry point of the search worker, an Electron utility process. */
import { endOnRejection } from '../disk/end-on-rejection.ts';
import { createNodeFileSystem } from '../disk/node-file-system.ts';
import type { decodeOwn } from '../library/own-file.ts';
import { createOwnDisk } from './own-disk.ts';
import type { SearchRequest } from './protocol.ts';
import { serveSearch } from './serve.ts';

/** The used part of Electron's `process.parentPort`. Its own types would require the electron package here. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

endOnRejection();

// Electron adds the port to `process` only in a utility process.
const { parentPort } = process as unknown as { parentPort: ParentPort };
const fs = createNodeFileSystem();
/**
 * Decodes own articles. The decoder is loaded with the first own articles, because its schemas take longer to load
 * than opening the shipped index.
 */
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
  // The other end is our own main process, which uses only this protocol.
  const request = data as SearchRequest;
  const isRead =
    request.kind === 'own' ? request.source.articles.length > 0 : request.kind === 'reread';
  if (isRead) loaded = loadDecoder();
  void loaded.then(() => serve(request));
});
