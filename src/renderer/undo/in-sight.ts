import type { Place } from './place.ts';

/** How much of a thing must be seen, CSS pixels; of a smaller one, all of it. */
const SEEN_PX = 24;

/** True when an element can be seen now, in the nearest part of the window that scrolls. */
export function isElementInSight(element: Element): boolean {
  const rect = element.getBoundingClientRect();
  const frame = (element.closest('.scroll') ?? document.documentElement).getBoundingClientRect();
  const seen = Math.min(rect.bottom, frame.bottom) - Math.max(rect.top, frame.top);
  return rect.height > 0 && seen >= Math.min(rect.height, SEEN_PX);
}

/**
 * What stands on the page for a place: rows of a list carry `data-article` or `data-annotation`, cards of marks the
 * latter.
 */
export function elementsOf(place: Place): readonly HTMLElement[] {
  const ids: readonly string[] = place.kind === 'marks' ? place.annotationIds : place.articleIds;
  const wanted = new Set(ids);
  const name = place.kind === 'marks' ? 'annotation' : 'article';
  return [...document.querySelectorAll<HTMLElement>(`main [data-${name}]`)].filter(({ dataset }) =>
    wanted.has(dataset[name] ?? ''),
  );
}
