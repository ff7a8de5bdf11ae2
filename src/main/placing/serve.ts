import { type Resolver, createResolver } from '#shared/anchoring/resolve.ts';
import type { PlacingAnswer, PlacingRequest } from './protocol.ts';

/** Serves requests: the worker without its process, so that tests can run it in theirs. */
export function servePlacing(
  answer: (message: PlacingAnswer) => void,
): (request: PlacingRequest) => void {
  let resolver: Resolver | undefined;
  return (request) => {
    const { id } = request;
    if ('text' in request) {
      resolver = createResolver(request.text, request.contentHash);
      // Once for all marks of the text, and not in the time of the first of them.
      resolver.prepare();
      answer({ id });
      return;
    }
    if (!resolver) throw new Error('invariant: a text comes before its places');
    answer({ id, found: resolver.resolve(request.place) });
  };
}
