import type { Page } from 'playwright';

/** The wheel moves so far at a time, CSS pixels. */
const WHEEL_PX = 600;
/** The wheel turns so often before it is looked whether the end is reached. */
const TURNS = 10;
/** Rest between two turns of the wheel, ms. */
const WHEEL_REST_MS = 30;
/** How long a window is watched in which nothing happens, ms. */
const STILL_MS = 3_000;
/** Rest before each opening, so that what the start still does is over, ms. */
const SETTLE_MS = 3_000;

declare global {
  interface Window {
    /** The time between the click and the frame that shows the first words of the article, ms. */
    textPainted: Promise<number>;
    /** The time between the click and the frame with the first highlights, ms. */
    marksPainted: Promise<number>;
    /** Ends a recording; answers the gaps between its frames, ms. */
    stopGaps: () => number[];
  }
}

interface Opening {
  /** Until the first words are on the screen, ms. */
  readonly words: number;
  /** Until the first highlights are, ms. */
  readonly marks: number;
}

/** Opens the article from a library that was just loaded: nothing of the article is in the window yet. */
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

/** Gaps between frames while nothing happens, ms. */
export async function measureStillness(page: Page): Promise<number[]> {
  await page.evaluate(recordGaps);
  await page.waitForTimeout(STILL_MS);
  return page.evaluate(() => window.stopGaps());
}

/** Selects what is scrolled in an article. */
const ARTICLE = '[data-skip-target]';

/**
 * Gaps between frames while the wheel goes through the article, or through an empty page in its place, ms.
 *
 * @param scrolled  selects what is scrolled, where it is not an article
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

/** Runs in the page: the browser itself says when the first paragraph was on the screen. */
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
    // The first one waited for no frame before it.
    return gaps.slice(1);
  };
}

/** Runs in the page: a scroller with nothing but stripes lies over the other. */
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
