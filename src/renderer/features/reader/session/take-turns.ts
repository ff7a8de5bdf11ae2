/**
 * Runs changes one after the other, so that each begins with the result of the one before. A failed change does not stop
 * the next one.
 *
 * @returns a function that runs a change in its turn and settles as the change does
 */
export function takeTurns(): (change: () => Promise<void>) => Promise<void> {
  /** The end of the last change; `null` while none is running, so that a change begins at once. */
  let last: Promise<void> | null = null;
  return (change) => {
    const turn = last ? last.then(change) : change();
    const end = turn
      .catch(() => undefined)
      .then(() => {
        if (last === end) last = null;
      });
    last = end;
    return turn;
  };
}
