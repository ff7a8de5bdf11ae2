import { useEffect, useRef } from 'react';

/**
 * Does something for every stretch near the window, and takes it back when the stretch has moved away or its data is
 * another.
 *
 * @param page     when it changes, everything is done anew
 * @param data     of each stretch, by identity
 * @param perform  answers what takes it back
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
