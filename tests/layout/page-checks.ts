/** Checks that run in the page. Each returns its findings, one per line, and uses nothing outside its own function. */

/** Finds elements that are wider than their parent or reach out of the window. */
export function findOverflow(): string[] {
  const found: string[] = [];
  const nameOf = (element: Element): string =>
    `${element.localName}.${(element.getAttribute('class') ?? '').split(' ')[0]} «${(element.textContent ?? '').trim().slice(0, 30)}»`;
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} of ${innerWidth}`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (element.closest('.visually-hidden') || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    // Text that is cut on purpose has an ellipsis.
    const isCut = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    const clips = style.overflowX !== 'visible' && !isCut && !style.clipPath.startsWith('inset');
    if (clips && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      found.push(`${nameOf(element)}: ${element.scrollWidth} in ${element.clientWidth}`);
  }
  return found;
}

/** Finds targets smaller than `least` CSS pixels (WCAG 2.5.8), except links inside a sentence. */
export function findSmallTargets(least: number): string[] {
  const found: string[] = [];
  const controls =
    'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=menuitem], [role=option]';
  for (const control of document.querySelectorAll<HTMLElement>(controls)) {
    const target = control.matches('input[type=radio], input[type=checkbox]')
      ? (control.closest('label') ?? control)
      : control;
    const { width, height, bottom, left, right } = target.getBoundingClientRect();
    const isSkipLink = bottom <= 0 && control.matches('a[href^="#"]');
    const isShown =
      control.checkVisibility({ checkVisibilityCSS: true }) && right > 0 && left < innerWidth;
    const isInSentence =
      getComputedStyle(control).display === 'inline' && control.closest('p, li, dd') !== null;
    if (!isShown || isSkipLink || isInSentence || control.closest('.visually-hidden')) continue;
    if (width < least - 0.5 || height < least - 0.5)
      found.push(
        `${control.localName} «${(control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 30)}»: ${Math.round(width)}×${Math.round(height)}`,
      );
  }
  return found;
}

/**
 * Finds parts of the window that are not adjacent in reading order: navigation, text, panel. A panel over the text must
 * reach the other edge.
 */
export function findShiftedParts(): string[] {
  const found: string[] = [];
  const isRtl = document.documentElement.dir === 'rtl';
  /** Returns distances from the side at which reading begins. */
  const rectOf = (css: string): { start: number; end: number } | null => {
    const element = document.querySelector(css);
    if (!element?.checkVisibility()) return null;
    const { left, right } = element.getBoundingClientRect();
    return isRtl
      ? { start: innerWidth - right, end: innerWidth - left }
      : { start: left, end: right };
  };
  const expectEqual = (what: string, is: number, wanted: number): void => {
    if (Math.abs(is - wanted) > 1)
      found.push(`${what} at ${Math.round(is)}, not ${Math.round(wanted)}`);
  };
  const [nav, main] = [rectOf('nav'), rectOf('main')];
  if (nav) expectEqual('the navigation begins', nav.start, 0);
  if (main) {
    expectEqual('the page begins', main.start, nav?.end ?? 0);
    expectEqual('the page ends', main.end, innerWidth);
  }
  const [text, panel] = [rectOf('[data-skip-target]'), rectOf('main aside')];
  if (text) expectEqual('the text begins', text.start, nav?.end ?? 0);
  if (text && panel) {
    expectEqual('the panel ends', panel.end, innerWidth);
    const isDocked = Math.abs(text.end - innerWidth) > 1;
    if (isDocked) expectEqual('the panel begins', panel.start, text.end);
  }
  return found;
}

/**
 * Finds icons that point the wrong way: only those with a direction are mirrored in Arabic.
 *
 * @param mirrored  the first path of every icon with a direction
 */
export function findWrongArrows(mirrored: readonly string[]): string[] {
  const isRtl = document.documentElement.dir === 'rtl';
  return [...document.querySelectorAll('svg')].flatMap((icon) => {
    const path = icon.querySelector('path')?.getAttribute('d') ?? '';
    const turned = new DOMMatrix(getComputedStyle(icon).transform).a < 0;
    const wanted = isRtl && mirrored.includes(path);
    if (turned === wanted) return [];
    const owner = icon.closest('button, a');
    return `${owner?.getAttribute('aria-label') ?? owner?.textContent ?? 'an icon'}: ${wanted ? 'not turned' : 'turned'}`;
  });
}

/**
 * Finds letters whose vowel signs are cut off: it checks the ink of the first and last line in every clipping box and in
 * the fields.
 *
 * @param sample  letters and signs that reach highest and lowest
 */
export function findClippedText(sample: string): string[] {
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return ['no canvas'];
  const found: string[] = [];
  /** Returns how far the ink of the sample reaches above and below a line of text, CSS pixels. */
  const inkBeyond = (font: string): { above: number; below: number } => {
    canvas.font = font;
    const ink = canvas.measureText(sample);
    return {
      above: Math.max(0, ink.actualBoundingBoxAscent - ink.fontBoundingBoxAscent),
      below: Math.max(0, ink.actualBoundingBoxDescent - ink.fontBoundingBoxDescent),
    };
  };
  const clips = (element: Element): boolean => {
    const { overflowY, contain, contentVisibility } = getComputedStyle(
      element,
    ) as CSSStyleDeclaration & {
      contentVisibility: string;
    };
    return (
      overflowY === 'hidden' ||
      overflowY === 'clip' ||
      contain.includes('paint') ||
      contentVisibility === 'auto'
    );
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement;
    if (
      !owner ||
      !(node.nodeValue ?? '').trim() ||
      owner.closest('.visually-hidden, [hidden], progress')
    )
      continue;
    if (!owner.checkVisibility()) continue;
    let box: Element | null = owner;
    while (box && box !== document.body && !clips(box)) box = box.parentElement;
    if (!box || box === document.body) continue;
    const style = getComputedStyle(box);
    // Text only for screen readers has a box of one pixel.
    if (style.clipPath.startsWith('inset')) continue;
    const margin =
      style.overflowY === 'clip'
        ? Number.parseFloat(style.getPropertyValue('overflow-clip-margin')) || 0
        : 0;
    const scrolls = style.overflowY === 'auto' || style.overflowY === 'scroll';
    const { top, bottom } = box.getBoundingClientRect();
    // What is not drawn has no layout.
    if (
      style.getPropertyValue('content-visibility') === 'auto' &&
      (bottom < 0 || top > innerHeight)
    )
      continue;
    const frame = { top: top - margin, bottom: bottom + margin };
    const text = document.createRange();
    text.selectNodeContents(node);
    const { font } = getComputedStyle(owner);
    const { above, below } = inkBeyond(font);
    for (const line of text.getClientRects()) {
      if (line.width <= 1 || scrolls) continue;
      const isCut = style.webkitLineClamp !== 'none' && line.top >= bottom - 1;
      const [over, under] = [frame.top - (line.top - above), line.bottom + below - frame.bottom];
      // A line outside the box is not drawn at all, because a clamp ends the text with an ellipsis.
      if (isCut || (over <= 1 && under <= 1)) continue;
      if (line.bottom <= frame.top || line.top >= frame.bottom) continue;
      found.push(
        `${box.localName}.${(box.getAttribute('class') ?? '').split(' ')[0]} cuts «${(node.nodeValue ?? '').trim().slice(0, 30)}» by ${Math.round(Math.max(over, under))}`,
      );
      break;
    }
  }
  return found;
}
