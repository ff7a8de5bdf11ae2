import type { Page } from 'playwright';

/** How far one turn of the wheel scrolls, CSS pixels. */
const WHEEL_PX = 600;
/** How often the wheel turns before the end is checked. */
const TURNS = 10;
/** Pause between two turns of the wheel, ms. */
const WHEEL_REST_MS = 30;
/** How long an idle window is watched, ms. */
const STILL_MS = 3_000;
/** Pause before each opening, so that work of the start does not count, ms. */
const SETTLE_MS = 3_000;

declare global {
  interface Window {
    /** The time from the click to the frame with the article's first words, ms. */
    textPainted: Promise<number>;
    /** The time from the click to the frame with the first highlights, ms. */
    marksPainted: Promise<number>;
    /** Ends a recording, and returns the gaps between its frames, ms. */
    stopGaps: () => number[];
  }
}

interface Opening {
  /** Time until the first words are on the screen, ms. */
  readonly words: number;
  /** Time until the first highlights are on the screen, ms. */
  readonly marks: number;
}

/** Opens the article from a newly loaded library, so that nothing of the article is in the window before. */
export async function measureOpening(page: Page, title: string): Promise<Opening> {
  await page.evaluate(() => (location.hash = '#/'));
  await page.reload();
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(watchFirstWords);
  await page.getByRole('link', { name: title }).first().click();
  const marks = await page.evaluate(() => window.marksPainted);
  return { words: await page.evaluate(() => window.textPainted), marks };
}

/** Returns the gaps between frames of an idle window, ms. */
export async function measureStillness(page: Page): Promise<number[]> {
  await page.evaluate(recordGaps);
  await page.waitForTimeout(STILL_MS);
  return page.evaluate(() => window.stopGaps());
}

/** Selects the element of an article that scrolls. */
const ARTICLE = '[data-skip-target]';

/**
 * Returns the gaps between frames, ms, while the wheel scrolls through the article or an empty page in its place.
 *
 * @param scrolled  selects the element that scrolls, if it is not an article
 */
export async function measureScrolling(
  page: Page,
  what: 'text' | 'empty',
  scrolled = ARTICLE,
): Promise<number[]> {
  if (what === 'empty') await page.evaluate(coverWithEmptyPage, scrolled);
  const scroller = what === 'empty' ? '[data-empty-page]' : scrolled;
  const box = await page.locator(scroller).boundingBox();
  if (!box) throw new Error('nothing to scroll');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(WHEEL_REST_MS * 10);
  await page.evaluate(recordGaps);
  for (let top = -1, last = -2; top !== last;) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await page.mouse.wheel(0, WHEEL_PX);
      await page.waitForTimeout(WHEEL_REST_MS);
    }
    last = top;
    top = await page.evaluate((css) => document.querySelector(css)?.scrollTop ?? 0, scroller);
  }
  const gaps = await page.evaluate(() => window.stopGaps());
  if (what === 'empty')
    await page.evaluate(() => document.querySelector('[data-empty-page]')?.remove());
  return gaps;
}

/** Runs in the page, where the browser itself tells when the first paragraph was on the screen. */
function watchFirstWords(): void {
  window.marksPainted = new Promise((done) => {
    const look = (clickedAt: number): void => {
      const isPainted = [...CSS.highlights].some(
        ([name, ranges]) => name.startsWith('hl-') && ranges.size > 0,
      );
      requestAnimationFrame((now) => (isPainted ? done(now - clickedAt) : look(clickedAt)));
    };
    const handleClick = ({ timeStamp }: Event): void => look(timeStamp);
    document.addEventListener('click', handleClick, { once: true, capture: true });
  });
  window.textPainted = new Promise((done) => {
    let clickedAt = 0;
    document.addEventListener('click', ({ timeStamp }) => (clickedAt = timeStamp), {
      once: true,
      capture: true,
    });
    const appearance = new MutationObserver(() => {
      const words = document.querySelector('article p[data-block]');
      if (!words) return;
      words.setAttribute('elementtiming', 'first-words');
      appearance.disconnect();
    });
    appearance.observe(document.body, { subtree: true, childList: true });
    const paint = new PerformanceObserver((list) => {
      const [entry] = list.getEntries();
      if (!entry || !('renderTime' in entry)) return;
      paint.disconnect();
      done(Number(entry.renderTime) - clickedAt);
    });
    paint.observe({ type: 'element', buffered: true });
  });
}

/** Runs in the page. */
function recordGaps(): void {
  const gaps: number[] = [];
  let last = performance.now();
  let handle = requestAnimationFrame(function next(now) {
    gaps.push(now - last);
    last = now;
    handle = requestAnimationFrame(next);
  });
  window.stopGaps = () => {
    cancelAnimationFrame(handle);
    // The first gap has no frame before it.
    return gaps.slice(1);
  };
}

/** Runs in the page: covers the scrolling element by another one that contains only stripes. */
function coverWithEmptyPage(scrolled: string): void {
  const text = document.querySelector(scrolled);
  if (!text) throw new Error('nothing to cover');
  const { left, top, width, height } = text.getBoundingClientRect();
  const cover = document.createElement('div');
  cover.setAttribute('data-empty-page', '');
  cover.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height}px;overflow:auto;background:var(--page);z-index:99`;
  const stripes = document.createElement('div');
  stripes.style.cssText = `height:${height * 30}px;background:repeating-linear-gradient(var(--page) 0 20px,var(--hover) 20px 40px)`;
  cover.append(stripes);
  document.body.append(cover);
}
