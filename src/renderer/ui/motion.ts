/** True when the settings or the system ask for reduced motion. */
export const isMotionReduced = (): boolean =>
  document.documentElement.dataset['motion'] === 'reduced' ||
  window.matchMedia('(prefers-reduced-motion: reduce)').matches;
