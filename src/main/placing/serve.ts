import { type Resolver, createResolver } from '#shared/anchoring/resolve.ts';
import type { PlacingAnswer, PlacingRequest } from './protocol.ts';

/** Handles the requests of the worker. Tests call it in their own process. */
export function servePlacing(
  answer: (message: PlacingAnswer) => void,
): (request: PlacingRequest) => void {
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
