/** Entry of the worker that looks for places, an Electron utility process. */
import { endOnRejection } from '../disk/end-on-rejection.ts';
import type { PlacingRequest } from './protocol.ts';
import { servePlacing } from './serve.ts';

/** The part of Electron's `process.parentPort` that is used; its types would need the electron package here. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

endOnRejection();

// Electron adds the port to `process` in a utility process, and only there.
const { parentPort } = process as unknown as { parentPort: ParentPort };
const serve = servePlacing((answer) => parentPort.postMessage(answer));
// The other end is our own main process, which speaks this protocol and no other.
parentPort.on('message', ({ data }) => serve(data as PlacingRequest));
