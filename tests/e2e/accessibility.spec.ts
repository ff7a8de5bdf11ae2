import { seriousViolations } from '../support/axe.ts';
import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { SCREEN_NAMES, goToScreen } from '../support/screens.ts';

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
    shared: { page },
  }) => {
    test.setTimeout(600_000);
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
      // The window reads the settings when it loads; after that it goes through the screens as a reader does.
      await page.reload();
      await expect(page.locator(`html[lang=${language}][data-theme=${theme}]`)).toBeAttached();
      for (const name of SCREEN_NAMES) {
        await goToScreen(page, name);
        for (const violation of await seriousViolations(page, at === 0 ? 'all' : 'colours'))
          found.push([name, theme, ...violation]);
      }
    }
    expect(found).toEqual([]);
  });
}

test('axe would find a fault: it reports a picture without a name', async ({ shared }) => {
  const { page } = shared;
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  // The picture is outside React's root, which React may render again at any time.
  await page.evaluate(() => document.body.append(document.createElement('img')));
  await expect(page.locator('body > img')).toBeAttached();

  expect((await seriousViolations(page)).map(([id]) => id)).toContain('image-alt');
});
