/** What a region gives the focus to, best first. */
const STOPS = [
  '[data-skip-target]',
  '[data-page-search]',
  '[aria-current]',
  'a[href], button:not(:disabled), input',
] as const;

/** The parts of the window; a toast is one while it offers something. */
const REGIONS = 'nav, main, aside, [data-region=toast]';

/** Moves the focus to the next region of the window that is on the screen, in the order of reading. */
export function focusNextRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(
    (region) => region.getClientRects().length > 0,
  );
  // A panel lies inside the page, so the innermost region is the last one that has the focus.
  const at = regions.findLastIndex((region) => region.contains(document.activeElement));
  const from = at === -1 && by === -1 ? 0 : at;
  focusRegion(regions[(from + by + regions.length) % regions.length]);
}

/** Moves the focus past the navigation, to the text or the field that the page is for. */
export function focusContent(): void {
  focusRegion(document.querySelector<HTMLElement>('main'));
}

function focusRegion(region: HTMLElement | null | undefined): void {
  const stop = STOPS.map((selector) => region?.querySelector<HTMLElement>(selector)).find(Boolean);
  (stop ?? region)?.focus();
}
