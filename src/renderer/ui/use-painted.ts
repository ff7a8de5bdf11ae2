import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/**
 * The value of the frame that was painted last. A part of the page that uses it follows one frame later, so that the
 * part that the reader waits for is painted sooner.
 *
 * @param initial  the value for the first rendering; by default `value` itself
 */
export function usePainted<Value>(value: Value, initial = value): Value {
  const [painted, setPainted] = useState(() => initial);
  useEffect(() => {
    if (painted !== value) return afterPaint(() => startTransition(() => setPainted(() => value)));
  }, [painted, value]);
  return painted;
}
