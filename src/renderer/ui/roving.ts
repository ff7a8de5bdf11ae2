/**
 * The index that an arrow, Home or End leads to in a row of `count` stops; `null` for other keys. The row wraps
 * around. In a right-to-left row the left arrow leads to the next stop.
 */
export function nextStop(code: string, at: number, count: number, rtl: boolean): number | null {
  if (count === 0) return null;
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  switch (code) {
    case forward:
      return (at + 1) % count;
    case back:
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
