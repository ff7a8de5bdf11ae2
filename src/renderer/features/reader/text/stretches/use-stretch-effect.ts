import { useEffect, useRef } from 'react';

/**
 * Runs an effect for every stretch near the window, and undoes it when the stretch moves away or its data changes.
 *
 * @param page     when it changes, every effect is undone and run again
 * @param data     the data of each stretch, compared by identity
 * @param perform  returns the function that undoes the effect
 */
export function useStretchEffect(
  page: object,
  near: ReadonlySet<number>,
  data: readonly unknown[],
  perform: (index: number) => () => void,
): void {
  const done = useRef(new Map<number, { data: unknown; undo: () => void }>());
  const latest = useRef(perform);
  latest.current = perform;

  useEffect(() => {
    for (const [index, { data: before, undo }] of done.current) {
      if (near.has(index) && data[index] === before) continue;
      undo();
      done.current.delete(index);
    }
    for (const index of near) {
      if (done.current.has(index)) continue;
      done.current.set(index, { data: data[index], undo: latest.current(index) });
    }
  }, [page, near, data]);

  useEffect(() => {
    const all = done.current;
    return () => {
      for (const { undo } of all.values()) undo();
      all.clear();
    };
  }, [page]);
}
