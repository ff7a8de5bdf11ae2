/** Longest that one job may hold the event loop of the main process, ms, because the window waits meanwhile. */
const TURN_MS = 15;

/** Resolves after the events that are already waiting have been handled. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Returns a function for a long loop, which gives the event loop a turn when `turnMs` have passed. */
export function createPace(turnMs = TURN_MS): () => Promise<void> {
  let startedMs = performance.now();
  return async () => {
    if (performance.now() - startedMs < turnMs) return;
    await nextTurn();
    startedMs = performance.now();
  };
}
