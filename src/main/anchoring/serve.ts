import { type Resolver, createResolver } from '#shared/anchoring/resolve.ts';
import type { AnchoringAnswer, AnchoringRequest } from './protocol.ts';

/** Handles the requests of the worker. Tests call it in their own process. */
export function serveAnchoring(
  answer: (message: AnchoringAnswer) => void,
): (request: AnchoringRequest) => void {
  let resolver: Resolver | undefined;
  return (request) => {
    const { id } = request;
    if ('text' in request) {
      resolver = createResolver(request.text, request.contentHash);
      // The text is prepared once for all its marks, so that the first mark's time limit does not include it.
      resolver.prepare();
      answer({ id });
      return;
    }
    if (!resolver) throw new Error('invariant: a text comes before its places');
    answer({ id, found: resolver.resolve(request.place) });
  };
}
