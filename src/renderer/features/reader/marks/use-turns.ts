import { useCallback, useLayoutEffect, useRef } from 'react';

/** Longest wait until a change is seen in the window, ms; then the next has its turn all the same. */
const SEEN_LIMIT_MS = 2_000;

/**
 * Carries changes out one after the other, each on what the one before has left: keys may follow each other faster
 * than what they change comes back from the store.
 *
 * @param now    what a change acts with; as it is when its turn comes
 * @param shown  what changes make anew
 * @returns a function that gives a change its turn; the change answers whether it has made anything anew
 */
export function useTurns<Now>(now: Now, shown: unknown) {
  const latest = useRef({ now, shown });
  latest.current = { now, shown };
  /** The end of the last change; `null` while nothing is under way. */
  const last = useRef<Promise<void> | null>(null);
  const wake = useRef<() => void>(() => undefined);
  useLayoutEffect(() => wake.current(), [shown]);

  return useCallback((change: (now: Now) => Promise<boolean>): Promise<void> => {
    const take = async (): Promise<void> => {
      const before = latest.current.shown;
      if (!(await change(latest.current.now)) || latest.current.shown !== before) return;
      await new Promise<void>((resolve) => {
        wake.current = resolve;
        setTimeout(resolve, SEEN_LIMIT_MS);
      });
    };
    const turn = last.current ? last.current.then(take) : take();
    const end = turn
      .catch(() => undefined)
      .then(() => {
        if (last.current === end) last.current = null;
      });
    last.current = end;
    return turn;
  }, []);
}
