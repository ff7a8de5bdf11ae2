import { afterPaint } from '#renderer/ui/after-paint.ts';

let reported = false;

/** Marks the moment when the list is on the screen for the first time, which the start-up benchmark reads. */
export function reportListed(): void {
  if (reported) return;
  reported = true;
  afterPaint(() => {
    performance.mark('library-listed');
    document.documentElement.dataset['library'] = 'listed';
  });
}
