import { useRef } from 'react';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import type { Stretch } from '../text/stretches/cut-stretches.ts';
import { type StretchMarks, shareMarks } from './share-marks.ts';

/** Returns the marks of every stretch. The object of a stretch stays the same while nothing in it changes. */
export function useStretchMarks(
  stretches: readonly Stretch[],
  marks: ReaderMarks,
): readonly StretchMarks[] {
  const last = useRef<{ stretches: object; marks: object; shared: readonly StretchMarks[] }>(null);
  if (last.current?.stretches !== stretches || last.current.marks !== marks) {
    const shared = shareMarks(stretches, marks, last.current?.shared ?? []);
    last.current = { stretches, marks, shared };
  }
  return last.current.shared;
}
