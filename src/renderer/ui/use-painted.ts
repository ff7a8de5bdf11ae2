import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/**
 * A value as it was when the screen was last drawn: what depends on it follows in the next frame, and the frame that
 * shows what the reader waits for does not wait for it.
 *
 * @param initial  what counts as drawn at first; by default the value itself
 */
export function usePainted<Value>(value: Value, initial = value): Value {
  const [painted, setPainted] = useState(() => initial);
  useEffect(() => {
    if (painted !== value) return afterPaint(() => startTransition(() => setPainted(() => value)));
  }, [painted, value]);
  return painted;
}
