import { ANNOTATIONS, LIBRARY, type Route, TAGS, articleRoute } from '#renderer/routes/route.ts';
import { currentRoute, navigate } from '#renderer/routes/use-route.ts';
import { viewState } from '#renderer/view-state/view-state.ts';
import { elementsOf, isElementInSight } from './in-sight.ts';
import type { UndoTarget } from './undo-target.ts';
import { setWanted } from './wanted.ts';

/** Lets a page answer for changes that have no element of their own, such as a passage in the text of an article. */
export interface Sight {
  /** True when the change is visible now. */
  readonly shows: (target: UndoTarget) => boolean;
  /** Scrolls the change into sight. @returns false when it is not on this page, or not drawn yet */
  readonly show: (target: UndoTarget) => boolean;
}

/** The longest wait until a change is drawn on the page that was opened for it, ms. */
const COMES_WITHIN_MS = 3_000;

/** The longest wait until an undone change is drawn on the present page, ms. */
const CHANGES_WITHIN_MS = 1_000;

const sights = new Set<Sight>();

/** Adds what a page can show, as long as the page is on the screen. @returns the function that removes it */
export function addSight(sight: Sight): () => void {
  sights.add(sight);
  return () => sights.delete(sight);
}

/** A name of the page that is on the screen. Within one page a change can only be scrolled out of sight. */
export function currentPage(): string {
  const route = currentRoute();
  return route.page === 'article' ? `article ${route.articleId}` : route.page;
}

/** True when a change is visible now. */
export const isInSight = (target: UndoTarget): boolean =>
  [...sights].some((sight) => sight.shows(target)) || elementsOf(target).some(isElementInSight);

/** Opens the page that shows a change, scrolls it into sight, and gives it the focus. */
export function goTo(target: UndoTarget): void {
  navigate(routeOf(target));
  setWanted(target);
  repeat(
    () => bring(target, { focus: true }),
    COMES_WITHIN_MS,
    () => setWanted(null),
  );
}

/** Scrolls what has just changed into sight if it is on this page. It never opens another page. */
export function settle(target: UndoTarget): void {
  if (isInSight(target)) return;
  repeat(() => bring(target, { focus: false }), CHANGES_WITHIN_MS);
}

function routeOf(target: UndoTarget): Route {
  if (target.kind === 'articles') return LIBRARY;
  if (target.kind === 'tags') return TAGS;
  const [only, ...others] = target.articleIds;
  if (only === undefined || others.length > 0) return ANNOTATIONS;
  const route = currentRoute();
  // The open article is not opened again, because it scrolls to the passage itself.
  const isOpen = route.page === 'article' && route.articleId === only;
  return isOpen ? route : articleRoute(only, { at: target.span });
}

function bring(target: UndoTarget, { focus }: { readonly focus: boolean }): boolean {
  if ([...sights].some((sight) => sight.show(target))) return true;
  const [element] = elementsOf(target);
  if (!element) return false;
  if (!isElementInSight(element)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const focusable = element.querySelector<HTMLElement>('[data-list-item]') ?? element;
  if (focus) focusable.focus({ preventScroll: true });
  return true;
}

/** Tries in every frame until it succeeds, a newer attempt begins, or the time is over. */
function repeat(attempt: () => boolean, withinMs: number, end = (): void => undefined): void {
  const own = viewState.get('undoShows') + 1;
  viewState.set('undoShows', own);
  const until = performance.now() + withinMs;
  const step = (): void => {
    if (own !== viewState.get('undoShows')) return;
    if (attempt() || performance.now() > until) return end();
    requestAnimationFrame(step);
  };
  step();
}
