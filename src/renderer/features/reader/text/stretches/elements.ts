/** Returns the elements of an article's stretches, in order. */
export function stretchElements(article: Element): readonly HTMLElement[] {
  const children = [...article.children];
  return children.filter((child): child is HTMLElement => child.hasAttribute('data-stretch'));
}

/**
 * Returns the first stretch that ends below a height of the window (CSS pixels), or the last one when all end above it.
 * Only boxes of stretches are measured, so that the browser need not lay out distant ones.
 */
export function stretchBelow(elements: readonly HTMLElement[], y: number): HTMLElement | undefined {
  let [low, high] = [0, elements.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) <= y) low = middle + 1;
    else high = middle;
  }
  return elements[low];
}
