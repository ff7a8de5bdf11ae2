import { useRef } from 'react';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import type { Stretch } from '../text/stretches/cut-stretches.ts';
import { type StretchMarks, shareMarks } from './share-marks.ts';

/** The marks of every stretch; a stretch in which nothing has changed keeps its object. */
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
