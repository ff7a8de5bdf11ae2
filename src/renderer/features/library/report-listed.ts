let reported = false;

/** Marks the moment when the list is on the screen, once; the start-up benchmark reads it. */
export function reportListed(): void {
  if (reported) return;
  reported = true;
  // The first callback runs before the frame that shows the list, the second after it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      performance.mark('library-listed');
      document.documentElement.dataset['library'] = 'listed';
    }),
  );
}
