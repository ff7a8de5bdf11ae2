import { afterPaint } from '#renderer/ui/after-paint.ts';
import { viewState } from '#renderer/view-state/view-state.ts';

/** Marks the moment when the list is on the screen for the first time, which the start-up benchmark reads. */
export function reportListed(): void {
  if (viewState.get('libraryListed')) return;
  viewState.set('libraryListed', true);
  afterPaint(() => {
    performance.mark('library-listed');
    document.documentElement.dataset['library'] = 'listed';
  });
}
