/**
 * Carries changes out one after the other, so that each begins with what the one before has left. A change that fails
 * does not keep the next one from its turn.
 *
 * @returns a function that gives a change its turn and settles as the change does
 */
export function takeTurns(): (change: () => Promise<void>) => Promise<void> {
  /** The end of the last change; `null` while none is under way, so that a change begins at once. */
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
