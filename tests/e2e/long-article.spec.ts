import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeHighlights, makeLargeArticle } from '../material/large-article.ts';
import { writeMarks } from '../material/write-marks.ts';
import { copyApp } from '../material/generated-app.ts';
import { spansOfBlocks } from '../../src/shared/domain/block-spans.ts';
import { canonicalText } from '../../src/shared/domain/text.ts';
import { expect, test } from '../support/app.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { savedOffset } from '../support/saved-offset.ts';

const BYTES = 250_000;
const HIGHLIGHTS = 1_200;
/** How far a line may be from the expected height, CSS pixels. */
const TOLERANCE_PX = 60;

test('a long article is laid out piece by piece, without effect on finding, marks, copies and the reading position', async ({
  start,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-long-'));
  const article = makeLargeArticle(BYTES);
  const annotations = makeHighlights(article, HIGHLIGHTS);
  const appFolder = await copyApp(folder, [article]);
  writeMarks(join(folder, 'data'), [{ articleId: article.id, annotations }]);
  const options = { appFolder, dataFolder: join(folder, 'data') };
  const { page, quit } = await start(options);
  const open = () => page.getByRole('link', { name: article.title }).first().click();
  await open();

  // All words are soon in the page, but the browser lays out only those near the window.
  const text = canonicalText(article.blocks);
  const blocks = page.locator('article [data-block]');
  await expect(blocks).toHaveCount(article.blocks.length);
  expect(await blocks.allTextContents()).toEqual(article.blocks.map((block) => block.text));
  const painted = () =>
    page.evaluate(() =>
      [...CSS.highlights].reduce(
        (sum, [name, ranges]) => sum + (name.startsWith('hl-') ? ranges.size : 0),
        0,
      ),
    );
  await expect.poll(painted).toBeGreaterThan(0);
  expect(await painted()).toBeLessThan(HIGHLIGHTS / 4);
  const inOrder = annotations.toSorted(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  const marks = page.locator('article [data-annotation]');
  await expect
    .poll(() => marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('data-annotation'))))
    .toEqual(inOrder.map(({ id }) => id));

  // A jump to a passage that was never laid out arrives there.
  const target = inOrder.at(-20);
  if (!target) throw new Error('too few highlights');
  await page.evaluate(
    ({ id, span }) => (location.hash = `#/article/${id}?at=${span.start}-${span.end}`),
    { id: article.id, span: target.span },
  );
  const mark = page.locator(`article [data-annotation="${target.id}"]`);
  await expect(mark).toBeInViewport();
  const share = async () => {
    const [box, frame] = [
      await mark.boundingBox(),
      await page.getByRole('region', { name: 'نص المادة' }).boundingBox(),
    ];
    return box && frame ? Math.abs(box.y - frame.y - frame.height * 0.35) : Number.NaN;
  };
  await expect.poll(share).toBeLessThan(TOLERANCE_PX);

  // The list shows the same highlight, and states its own length.
  await expect
    .poll(() => page.locator('aside li:has([aria-current])').getAttribute('aria-posinset'))
    .not.toBeNull();
  expect(await page.locator('aside li').count()).toBeLessThan(100);
  await expect(page.locator('aside li').first()).toHaveAttribute(
    'aria-setsize',
    String(HIGHLIGHTS),
  );

  // The selection is complete.
  await page.locator('article [data-block]').first().click();
  await page.keyboard.press('Control+KeyA');
  await expect
    .poll(() => page.evaluate(() => document.getSelection()?.toString().length ?? 0))
    .toBeGreaterThan(text.length * 0.99);
  await page.evaluate(() => document.getSelection()?.removeAllRanges());

  // The reading position is restored.
  const block = spansOfBlocks(article.blocks)[Math.floor(article.blocks.length / 2)];
  if (!block) throw new Error('too few paragraphs');
  const middle = page.locator(`article [data-block="${block.id}"]`);
  await middle.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect(middle).toBeInViewport();
  // The reading position is saved a while after scrolling.
  await expect
    .poll(async () => Math.abs((await savedOffset(page, article.id)) - block.start))
    .toBeLessThan(block.end - block.start);
  await page.evaluate(() => (location.hash = '#/'));
  await open();
  await expect(middle).toBeInViewport();

  await quit();
  await removeFolder(folder);
});

test('the find box answers in a long article: a phrase far below, every match of a common word, and never too early', async ({
  start,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-long-'));
  const article = makeLargeArticle(BYTES);
  const appFolder = await copyApp(folder, [article]);
  const { page, quit } = await start({ appFolder });
  await page.getByRole('link', { name: article.title }).first().click();
  await expect(page.locator('article [data-block=b1]')).toBeVisible();
  const [phrase, word] = [findLatePhrase(article), 'على'];
  await page.keyboard.press('Control+KeyF');
  const field = page.getByRole('searchbox', { name: 'البحث في النص' });
  const bar = page.getByRole('search').filter({ has: field });
  const said = await recordTexts(bar.getByRole('status'));

  await field.fill(`"${phrase}"`);
  await expect(bar.getByRole('status')).toHaveText(/^\S*1\S* من \S*1\S*$/u);
  await expect.poll(() => foundNow(page)).toEqual({ text: phrase, inSight: true });

  await field.fill(word);
  const places = canonicalText(article.blocks)
    .split(/[^\p{L}]+/u)
    .filter((each) => each === word);
  await expect(bar.getByRole('status')).toContainText(' من ');
  await expect.poll(() => countIn(bar.getByRole('status'))).toBeGreaterThanOrEqual(places.length);
  await page.keyboard.press('Shift+F3');
  await page.keyboard.press('F3');
  await page.keyboard.press('F3');
  await expect
    .poll(() => foundNow(page))
    .toEqual({ text: expect.stringContaining(word), inSight: true });
  expect(await said()).not.toContain('لا نتائج في هذا النص');

  await field.fill('"كلمات ليست هنا"');
  await expect(bar.getByRole('status')).toHaveText('لا نتائج في هذا النص');
  await quit();
  await removeFolder(folder);
});

/** Returns three words that are adjacent only once, near the end. */
function findLatePhrase({ blocks }: ReturnType<typeof makeLargeArticle>): string {
  const text = canonicalText(blocks);
  for (const block of blocks.toReversed()) {
    const phrase = /\p{L}{4,} \p{L}{4,} \p{L}{4,}/u.exec(block.text)?.[0];
    if (phrase && text.split(phrase).length === 2) return phrase;
  }
  throw new Error('no phrase');
}

/** Records every text that an element shows from now on. */
async function recordTexts(element: ReturnType<Page['locator']>) {
  const all = await element.evaluateHandle((node) => {
    const texts: string[] = [];
    const options = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => texts.push(node.textContent ?? '')).observe(node, options);
    return texts;
  });
  return () => all.jsonValue();
}

/** Returns the current match as it is painted. */
async function foundNow(page: Page): Promise<{ text: string; inSight: boolean }> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get('find-now') ?? [];
    if (!(range instanceof Range)) return { text: '', inSight: false };
    const { top, bottom } = range.getBoundingClientRect();
    return { text: range.toString(), inSight: top > 0 && bottom < innerHeight };
  });
}

const countIn = async (status: ReturnType<Page['locator']>): Promise<number> =>
  Number(/(\d+)\D*$/u.exec((await status.textContent()) ?? '')?.[1] ?? 0);
