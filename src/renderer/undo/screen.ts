import { ANNOTATIONS, LIBRARY, type Route, TAGS, articleRoute } from '#renderer/routes/route.ts';
import { currentRoute, navigate } from '#renderer/routes/use-route.ts';
import { elementsOf, isElementInSight } from './in-sight.ts';
import type { Place } from './place.ts';
import { setWanted } from './wanted.ts';

/** What a page knows of places that no element stands for, such as words in the text of an article. */
export interface Sight {
  /** True when the place can be seen now. */
  readonly shows: (place: Place) => boolean;
  /** Brings the place into sight; false when it is not on this page, or not yet. */
  readonly show: (place: Place) => boolean;
}

/** Longest wait for a place on the page that was opened for it, ms. */
const COMES_WITHIN_MS = 3_000;

/** How long what was taken back may be on its way to the page, ms. */
const CHANGES_WITHIN_MS = 1_000;

const sights = new Set<Sight>();

/** Adds what a page can tell of places while it is on the screen; returns what takes it away. */
export function addSight(sight: Sight): () => void {
  sights.add(sight);
  return () => sights.delete(sight);
}

/** Names the page that is on the screen; within one page nothing goes out of reach but by scrolling. */
export function currentPage(): string {
  const route = currentRoute();
  return route.page === 'article' ? `article ${route.articleId}` : route.page;
}

/** True when a change there can be seen now. */
export const isInSight = (place: Place): boolean =>
  [...sights].some((sight) => sight.shows(place)) || elementsOf(place).some(isElementInSight);

/** Opens the page where a place is seen, and brings it into sight with the focus on it. */
export function goTo(place: Place): void {
  navigate(routeOf(place));
  setWanted(place);
  repeat(
    () => bring(place, { focus: true }),
    COMES_WITHIN_MS,
    () => setWanted(null),
  );
}

/** Brings what has just changed into sight, if it is on this page; goes nowhere. */
export function settle(place: Place): void {
  if (isInSight(place)) return;
  repeat(() => bring(place, { focus: false }), CHANGES_WITHIN_MS);
}

function routeOf(place: Place): Route {
  if (place.kind === 'articles') return LIBRARY;
  if (place.kind === 'tags') return TAGS;
  const [only, ...others] = place.articleIds;
  if (only === undefined || others.length > 0) return ANNOTATIONS;
  const route = currentRoute();
  // The open article is not opened again: its own sight brings the passage.
  const isOpen = route.page === 'article' && route.articleId === only;
  return isOpen ? route : articleRoute(only, { at: place.span });
}

function bring(place: Place, { focus }: { readonly focus: boolean }): boolean {
  if ([...sights].some((sight) => sight.show(place))) return true;
  const [element] = elementsOf(place);
  if (!element) return false;
  if (!isElementInSight(element)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const target = element.querySelector<HTMLElement>('[data-list-item]') ?? element;
  if (focus) target.focus({ preventScroll: true });
  return true;
}

let latest = 0;

/** Tries in every frame until it succeeds, something newer is tried, or the time is over. */
function repeat(attempt: () => boolean, withinMs: number, end = (): void => undefined): void {
  latest += 1;
  const own = latest;
  const until = performance.now() + withinMs;
  const step = (): void => {
    if (own !== latest) return;
    if (attempt() || performance.now() > until) return end();
    requestAnimationFrame(step);
  };
  step();
}
