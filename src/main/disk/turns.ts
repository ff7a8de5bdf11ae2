/** Longest that one thing may hold the event loop of the main process, ms: the window waits meanwhile. */
const TURN_MS = 15;

/** Everything else that waits comes first. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** For a long loop: a function that ends the turn when it has lasted long enough, and else does nothing. */
export function createPace(turnMs = TURN_MS): () => Promise<void> {
  let startedMs = performance.now();
  return async () => {
    if (performance.now() - startedMs < turnMs) return;
    await nextTurn();
    startedMs = performance.now();
  };
}
