/** What a start does after its first screen, its search with it, ms. */
const SETTLED_AFTER_MS = 1000;

/** Longest wait for an idle moment after that, ms. */
const IDLE_WITHIN_MS = 1000;

/**
 * Runs what may be wanted next, when the start is over and the window has nothing to do. Returns what takes it back.
 */
export function whenSettled(run: () => void): () => void {
  let handle = 0;
  const timer = setTimeout(() => {
    handle = requestIdleCallback(run, { timeout: IDLE_WITHIN_MS });
  }, SETTLED_AFTER_MS);
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(handle);
  };
}
