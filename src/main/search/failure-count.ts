/**
 * How many workers may end in a row without an answer before further restarts seem useless. This allows some seconds
 * of trying, because a system short of memory may end several workers.
 */
export const MAX_FAILURES = 25;
/** Pause after giving up before a question restarts the worker, in ms. */
const REST_MS = 10_000;

/** Counts workers that ended without having answered anything. */
export interface FailureCount {
  /** Counts a failure; returns true when there were too many. */
  add(): boolean;
  /** Resets the count, because the worker answered. */
  forget(): void;
  /** True when the last failure is long enough ago for another start. */
  mayTryAgain(): boolean;
}

/** @param now the clock, in ms */
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
