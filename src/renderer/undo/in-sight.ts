import type { UndoTarget } from './undo-target.ts';

/** How much of an element must be visible, CSS pixels. A smaller element must be visible as a whole. */
const SEEN_PX = 24;

/** True when an element is visible now in the part of the window that scrolls it. */
export function isElementInSight(element: Element): boolean {
  const rect = element.getBoundingClientRect();
  const frame = (element.closest('.scroll') ?? document.documentElement).getBoundingClientRect();
  const seen = Math.min(rect.bottom, frame.bottom) - Math.max(rect.top, frame.top);
  return rect.height > 0 && seen >= Math.min(rect.height, SEEN_PX);
}

/**
 * The elements that show what a step changed: rows of articles have `data-article`, rows and cards of marks have
 * `data-annotation`.
 */
export function elementsOf(target: UndoTarget): readonly HTMLElement[] {
  const ids: readonly string[] = target.kind === 'marks' ? target.annotationIds : target.articleIds;
  const wanted = new Set(ids);
  const name = target.kind === 'marks' ? 'annotation' : 'article';
  return [...document.querySelectorAll<HTMLElement>(`main [data-${name}]`)].filter(({ dataset }) =>
    wanted.has(dataset[name] ?? ''),
  );
}
