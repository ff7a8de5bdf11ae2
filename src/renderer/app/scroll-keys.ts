import { isModalOpen } from '#renderer/commands/keyboard.ts';

/** How far an arrow key scrolls, CSS pixels, as in the browser. */
const LINE_PX = 40;
/** The share of the visible height that a page key scrolls, so that the last lines become the first ones. */
const PAGE = 0.9;

/** How far each key scrolls, in CSS pixels, given the visible height of what scrolls. */
const DISTANCES: Readonly<Record<string, (heightPx: number) => number>> = {
  ArrowDown: () => LINE_PX,
  ArrowUp: () => -LINE_PX,
  PageDown: (heightPx) => PAGE * heightPx,
  PageUp: (heightPx) => -PAGE * heightPx,
  Space: (heightPx) => PAGE * heightPx,
  End: () => Infinity,
  Home: () => -Infinity,
};

/**
 * Lets keys scroll the page while nothing in it has the focus, as after opening an item from the keyboard. The browser
 * scrolls only what has the focus or was pressed last. Commands with the same keys come first.
 *
 * @returns the function that stops this
 */
export function scrollByKeys(): () => void {
  function handleKeyDown(event: KeyboardEvent): void {
    const distance = DISTANCES[event.code];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (!distance || !isPlain || event.defaultPrevented || event.isComposing) return;
    if (!isFocusFree() || isModalOpen()) return;
    const scroller = mainScroller();
    if (!scroller) return;
    event.preventDefault();
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const top = Math.min(Math.max(scrollTop + distance(clientHeight), 0), scrollHeight);
    scroller.scrollTo({ top, behavior: 'instant' });
  }
  window.addEventListener('keydown', handleKeyDown);
  return () => window.removeEventListener('keydown', handleKeyDown);
}

/** True when nothing has the focus, or the link of the navigation that has opened the page. */
const isFocusFree = (): boolean =>
  document.activeElement === document.body || document.activeElement?.matches('nav a') === true;

/** The part of the page that scrolls: the text, or a list; panels beside it come later in the document. */
const mainScroller = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('main .scroll')].find(
    ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight && clientHeight > 0,
  );
