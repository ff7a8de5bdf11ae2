import { seriousViolations } from '../support/axe.ts';
import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { SCREENS } from '../support/screens.ts';

/**
 * Every theme once, each language twice; the second theme of a language can break only rules about colours.
 * `npm run check:axe` checks every pair with every rule, and the dialogs.
 */
const LOOKS = [
  ['ar', ['light', 'dark']],
  ['en', ['sepia', 'contrast']],
] as const;

for (const [language, themes] of LOOKS) {
  test(`axe finds nothing serious on any screen, ${language}, ${themes.join(' and ')}`, async ({
    start,
  }) => {
    test.setTimeout(600_000);
    const { page } = await start();
    await saveHighlight(page, 'iraq-syria-border-fences', {
      text: 'رئيس الحكومة مصطفى الكاظمي',
      note: 'ملاحظة',
      tags: ['وسم'],
    });
    const found: unknown[] = [];
    for (const [at, theme] of themes.entries()) {
      await page.evaluate((patch) => window.bridge.invoke('settings/set', patch), {
        theme,
        language,
      });
      for (const [name, [hash, shows]] of Object.entries(SCREENS)) {
        await page.evaluate((value) => {
          location.hash = value;
        }, hash);
        await page.reload();
        await expect(page.locator(`html[lang=${language}][data-theme=${theme}]`)).toBeAttached();
        await expect(page.locator(shows).first()).toBeAttached();
        for (const violation of await seriousViolations(page, at === 0 ? 'all' : 'colours'))
          found.push([name, theme, ...violation]);
      }
    }
    expect(found).toEqual([]);
  });
}

test('axe would find a fault: it reports a picture without a name', async ({ start }) => {
  const { page } = await start();
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  // The picture is outside React's root, which React may render again at any time.
  await page.evaluate(() => document.body.append(document.createElement('img')));
  await expect(page.locator('body > img')).toBeAttached();

  expect((await seriousViolations(page)).map(([id]) => id)).toContain('image-alt');
});
