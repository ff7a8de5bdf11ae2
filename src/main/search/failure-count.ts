/**
 * Workers that end in a row without an answer before another start is thought useless: some seconds of trying. A
 * system that is short of memory may well end several.
 */
export const MAX_FAILURES = 25;
/** Rest after giving up before a question starts the worker again, ms. */
const REST_MS = 10_000;

/** Counts the ends of a worker that answered nothing. */
export interface FailureCount {
  /** Counts one; true when it was one too many. */
  add(): boolean;
  /** An answer came: what was before does not count. */
  forget(): void;
  /** Long enough after the last failure for one more start. */
  mayTryAgain(): boolean;
}

/** @param now the clock, ms */
export function createFailureCount(now: () => number): FailureCount {
  let count = 0;
  let lastAt = -Infinity;
  return {
    add() {
      count += 1;
      lastAt = now();
      return count >= MAX_FAILURES;
    },
    forget() {
      count = 0;
    },
    mayTryAgain: () => now() - lastAt >= REST_MS,
  };
}
