import { seriousViolations } from '../support/axe.ts';
import { expect, test } from '../support/app.ts';
import { saveHighlight } from '../support/marks.ts';
import { SCREENS } from '../support/screens.ts';

/** Every theme once, each language twice; `npm run check:axe` looks at every pair and at the dialogs. */
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
    for (const theme of themes) {
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
        for (const violation of await seriousViolations(page))
          found.push([name, theme, ...violation]);
      }
    }
    expect(found).toEqual([]);
  });
}

test('axe is asked in earnest: a picture without a name is found', async ({ start }) => {
  const { page } = await start();
  await expect(page.locator('html[data-library=listed]')).toBeAttached();
  // Beside what React draws, which may be drawn anew at any time.
  await page.evaluate(() => document.body.append(document.createElement('img')));
  await expect(page.locator('body > img')).toBeAttached();

  expect((await seriousViolations(page)).map(([id]) => id)).toContain('image-alt');
});
