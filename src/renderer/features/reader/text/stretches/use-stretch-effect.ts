import { useEffect, useRef } from 'react';

/**
 * Does something for every stretch near the window, and undoes it when the stretch has moved away or its data has
 * changed.
 *
 * @param page     when it changes, everything is undone and done again
 * @param data     the data of each stretch, compared by identity
 * @param perform  returns the function that undoes it
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
