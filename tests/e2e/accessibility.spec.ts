import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { SearchPage } from '../support/search-page.ts';

const screens: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  library: (page) => expect(page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible(),
  search: async (page) => {
    const search = await SearchPage.search(page, 'الحدود');
    await expect.poll(async () => (await search.articleIds()).length).toBeGreaterThan(0);
  },
  reader: async (page) => {
    const reader = await ReaderPage.open(page, /الكاظمي/);
    await reader.selectText('الكاميرات الحرارية');
    await reader.chooseMeaning('مهمّ');
  },
};

for (const [name, open] of Object.entries(screens)) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing serious on the ${name} screen, ${theme}`, async ({ start }) => {
      const { page } = await start();
      await page.evaluate((value) => window.bridge.invoke('settings/set', { theme: value }), theme);
      await page.reload();
      await expect(page.locator(`html[data-theme=${theme}]`)).toBeAttached();
      await open(page);

      // A window cannot open the blank page that the newer mode of axe needs.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();

      const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}
