import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { ReaderPage } from '../support/reader-page.ts';

const ARTICLE = 'iraq-syria-border-fences';

test('an opened article has its marks beside their lines and a line below covered highlights', async ({
  shared,
}) => {
  const { page } = shared;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await saveHighlight(page, ARTICLE, { text: 'أسيجة وكاميرات حرارية عند الحدود' });
  const covering = { text: 'حرارية عند الحدود مع سوريا', meaning: 'statement' };
  await saveHighlight(page, ARTICLE, covering);

  await page.evaluate((id) => {
    location.hash = `#/article/${id}`;
  }, ARTICLE);
  await ReaderPage.opened(page);

  const distances = () =>
    page.evaluate(() => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
      const lines = ranges.map((range) => (range as Range).getClientRects()[0]);
      return [...document.querySelectorAll('article [data-annotation]')].map((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        const from = lines.map((line) =>
          Math.abs((top + bottom) / 2 - ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2),
        );
        return getComputedStyle(mark).opacity === '1' ? Math.min(...from) : Infinity;
      });
    });
  // The second mark begins in the same line, so it is below the first.
  const areBeside = async () => (await distances()).map((distance) => distance <= 25);
  await expect.poll(areBeside).toEqual([true, true]);
  const lineOf = (meaning: string) =>
    page.locator(`article [data-stretch] i[data-meaning=${meaning}]`).first();
  await expect(lineOf('fact')).toBeVisible();
  await expect(lineOf('statement')).toBeHidden();

  // With forced colours all meanings have one colour, and the page's colour is behind all text.
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(lineOf('statement')).toBeVisible();
  const above = await lineOf('fact').evaluate((line) =>
    Number(getComputedStyle(line.parentElement ?? line).zIndex),
  );
  expect(above).toBeGreaterThan(0);
});

test('matches in the headline are marked there', async ({ shared }) => {
  const { page } = shared;
  await page.evaluate(
    ([id, text]) => {
      location.hash = `#/article/${id}?q=${encodeURIComponent(text ?? '')}`;
    },
    [ARTICLE, 'حسم'],
  );
  await ReaderPage.opened(page);
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^1 /);

  const paintOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element, '::highlight(find-now)').backgroundColor);
  expect(await paintOf('article h1')).toBe(await paintOf('article [data-block]'));
  expect(await paintOf('article h1')).not.toBe(await paintOf('article footer'));
});
