/** The selectors of what gets the focus in a region, best first. */
const STOPS = [
  '[data-skip-target]',
  '[data-page-search]',
  '[aria-current]',
  'a[href], button:not(:disabled), input',
] as const;

/** The selector of the regions of the window. A message is one while it has a button. */
const REGIONS = 'nav, main, aside, [data-region=toast]';

/** Moves the focus to the next or previous visible region of the window, in reading order. */
export function focusNextRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(
    (region) => region.getClientRects().length > 0,
  );
  // A panel is inside the page, so the last region that contains the focus is the innermost one.
  const at = regions.findLastIndex((region) => region.contains(document.activeElement));
  const from = at === -1 && by === -1 ? 0 : at;
  focusRegion(regions[(from + by + regions.length) % regions.length]);
}

/** Moves the focus past the navigation, to the text or the main field of the page. */
export function focusContent(): void {
  focusRegion(document.querySelector<HTMLElement>('main'));
}

function focusRegion(region: HTMLElement | null | undefined): void {
  const stop = STOPS.map((selector) => region?.querySelector<HTMLElement>(selector)).find(Boolean);
  (stop ?? region)?.focus();
}
