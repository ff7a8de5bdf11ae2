/** Entry of the worker that finds stored places, an Electron utility process. */
import { endOnRejection } from '../disk/end-on-rejection.ts';
import type { AnchoringRequest } from './protocol.ts';
import { serveAnchoring } from './serve.ts';

/** The part of Electron's `process.parentPort` that is used. Its types would require the electron package here. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

endOnRejection();

// Electron adds `parentPort` to `process` only in a utility process.
const { parentPort } = process as unknown as { parentPort: ParentPort };
const serve = serveAnchoring((answer) => parentPort.postMessage(answer));
// The other end is our own main process, so the messages follow the protocol.
parentPort.on('message', ({ data }) => serve(data as AnchoringRequest));
