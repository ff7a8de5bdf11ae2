/** How long the start works after its first screen, mainly on the search, ms. */
const SETTLED_AFTER_MS = 1000;

/** The longest wait for an idle moment after that, ms. */
const IDLE_WITHIN_MS = 1000;

/** Calls a function when the start is over and the window is idle. @returns the function that cancels this */
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
