import { type RunningApp, expect, test } from '../support/app.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { resizeWindow } from '../support/resize-window.ts';
import { savedOffset } from '../support/saved-offset.ts';

const TITLE = /الكاظمي/;

/** Returns the items of the application menu by label; `true` when an item is enabled. */
const menuOf = ({ electron }: RunningApp) =>
  electron.evaluate(({ Menu }) =>
    Object.fromEntries(
      (Menu.getApplicationMenu()?.items ?? [])
        .flatMap(({ submenu }) => submenu?.items ?? [])
        .map(({ label, enabled }) => [label, enabled]),
    ),
  );

const chooseInMenu = ({ electron }: RunningApp, id: string) =>
  electron.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`not in the menu: ${wanted}`);
    item.click();
  }, id);

test('the palette finds commands and articles however hamza and ال are written', async ({
  shared,
}) => {
  const { page } = shared;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  const palette = page.getByRole('dialog', { name: 'لوحة الأوامر' });
  const field = palette.getByRole('combobox');

  await page.keyboard.press('Control+KeyK');
  await expect(field).toBeFocused();
  await page.keyboard.type('اختصار');
  await expect(palette.getByRole('option', { selected: true })).toContainText(
    'اختصارات لوحة المفاتيح',
  );
  await page.keyboard.press('Enter');
  const help = page.getByRole('dialog', { name: 'اختصارات لوحة المفاتيح' });
  await expect(help).toBeVisible();
  await expect(help).toContainText('البحث في المكتبة');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  await page.keyboard.press('Control+KeyK');
  // What has no command of its own is found with the page where it is.
  await field.fill('تصدير');
  await expect(palette.getByRole('option')).toContainText('الإعدادات');
  await field.fill('كاظمي');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('article h1')).toContainText('الكاظمي');
});

test('the palette opens the settings at the section that was asked for, wherever they were left', async ({
  shared,
}) => {
  const { page } = shared;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  const heading = page.getByRole('heading', { name: 'البيانات والنسخ الاحتياطي' });
  const choose = async (typed: string): Promise<void> => {
    await page.keyboard.press('Control+KeyK');
    const palette = page.getByRole('dialog', { name: 'لوحة الأوامر' });
    await palette.getByRole('combobox').fill(typed);
    await expect(palette.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
  };

  await choose('نسخة احتياطية');
  await expect(heading).toBeInViewport();
  await expect(heading).toBeFocused();

  // The same again on the page itself, which has been scrolled meanwhile.
  await page.keyboard.press('Control+Home');
  await page.locator('main .scroll').evaluate((element) => element.scrollTo(0, 0));
  await expect(heading).not.toBeInViewport();
  await choose('تصدير');
  await expect(heading).toBeInViewport();

  // The plain command opens the page where it was left.
  await page.locator('main .scroll').evaluate((element) => element.scrollTo(0, 0));
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/$/u);
  await choose('الإعدادات ال');
  await expect(page).toHaveURL(/#\/settings/u);
});

test('a command from the palette acts on the words selected before', async ({ shared }) => {
  const { page } = shared;
  const reader = await ReaderPage.open(page, TITLE);
  await reader.selectText('الكاميرات الحرارية');

  await page.keyboard.press('Control+KeyK');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('تصريح');
  await expect(page.getByRole('option', { selected: true })).toContainText('تصريح');
  await page.keyboard.press('Enter');

  await expect
    .poll(async () => (await reader.marks()).annotations)
    .toMatchObject([{ meaning: 'statement', quote: { exact: 'والكاميرات الحرارية' } }]);
});

test('menus are in Arabic, follow the page, and their choices are carried out', async ({
  shared,
}) => {
  const app = shared;
  await app.page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await expect
    .poll(() => menuOf(app))
    .toMatchObject({ 'إشارة مرجعية': false, 'لوحة الأوامر': true });

  const reader = await ReaderPage.open(app.page, TITLE);
  await expect.poll(() => menuOf(app)).toMatchObject({ 'إشارة مرجعية': true });
  await chooseInMenu(app, 'bookmark.toggle');

  await expect.poll(async () => (await reader.marks()).bookmarks.length).toBe(1);
});

test('shortcuts depend on the position of a key, not on its Arabic letter', async ({ shared }) => {
  const { page } = shared;
  const reader = await ReaderPage.open(page, TITLE);
  const press = (init: Record<string, string | boolean>) =>
    page.evaluate(
      (event) =>
        void document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...event }),
        ),
      init,
    );

  await press({ code: 'KeyB', key: 'لا' });
  await expect.poll(async () => (await reader.marks()).bookmarks.length).toBe(1);
  // From here on a second press would remove the bookmark.
  await expect(page.getByRole('button', { name: 'إشارة مرجعية', pressed: true })).toBeVisible();
  await press({ code: 'KeyB', key: 'لا', isComposing: true });
  await press({ code: 'KeyB', key: 'لا', modifierAltGraph: true });
  await press({ code: 'KeyK', key: 'ن', ctrlKey: true });

  await expect(page.getByRole('dialog', { name: 'لوحة الأوامر' })).toBeVisible();
  expect((await reader.marks()).bookmarks).toHaveLength(1);
});

test('an article is saved and marked as read in the list, undone, and all of it survives a restart', async ({
  start,
}) => {
  const app = await start();
  const { page } = app;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await page.keyboard.press('KeyJ');
  const title = await page.locator('main [data-list-item]:focus').innerText();
  await page.keyboard.press('KeyS');
  await expect(page.getByRole('status').getByText(/أُضيف .* إلى قائمة القراءة/)).toBeVisible();
  await page.keyboard.press('KeyM');
  const row = page.getByRole('listitem').filter({ hasText: title });
  await expect(row).toContainText('اكتملت القراءة');
  const told = page.getByRole('status').filter({ hasText: 'وُضعت علامة «مقروء»' });
  await told.getByRole('button', { name: 'تراجع' }).click();
  await expect(row).not.toContainText('اكتملت القراءة');
  await app.quit();

  const again = await start();
  await again.page.getByRole('link', { name: 'قائمة القراءة' }).click();
  await expect(again.page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await expect(again.page.getByRole('main').getByRole('listitem')).toHaveText(new RegExp(title));
  await again.page.getByRole('button', { name: 'إزالة من قائمة القراءة' }).click();
  await expect(again.page.getByRole('heading', { name: 'قائمة القراءة فارغة' })).toBeVisible();
});

test('going back from an article restores the same list, scroll position and focus', async ({
  start,
}) => {
  const { page, electron } = await start();
  await resizeWindow(electron, page, { width: 900, height: 500 });
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  const links = page.locator('main [data-list-item]');
  await links.last().focus();
  // The row's height on the screen, which changes when the card above the list appears or disappears.
  const placeOf = async () => (await links.last().boundingBox())?.y ?? Number.NaN;
  const before = await placeOf();
  expect(
    await page.evaluate(() => document.querySelector('main .scroll')?.scrollTop),
  ).toBeGreaterThan(0);

  for (const leave of ['back', 'Alt+ArrowRight']) {
    await page.keyboard.press('Enter');
    await expect(page.locator('article [data-block="b1"]')).toBeVisible();
    // The reading position changes the card above the list, either before or after going back.
    const articleId = /article\/([^?]+)/.exec(page.url())?.[1] ?? '';
    if (leave === 'back')
      await expect.poll(() => savedOffset(page, articleId)).toBeGreaterThanOrEqual(0);
    if (leave === 'back')
      await page.getByRole('main').getByRole('button', { name: 'المكتبة' }).click();
    else await page.keyboard.press(leave);
    await expect(links.last()).toBeFocused();
    await expect.poll(async () => Math.abs((await placeOf()) - before)).toBeLessThan(2);
  }

  // The settings are not a list, so going back does not lead there.
  await page.keyboard.press('Enter');
  await expect(page.locator('article [data-block="b1"]')).toBeVisible();
  await page.keyboard.press('Control+Comma');
  await expect(page.getByRole('heading', { level: 1, name: 'الإعدادات' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.locator('article [data-block="b1"]')).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(links.last()).toBeFocused();
});

test("Escape leaves an empty search field, so that the page's keys work", async ({ shared }) => {
  const { page } = shared;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await page.keyboard.press('Slash');
  const field = page.getByRole('searchbox');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyJ');
  await expect(page.locator('main [data-list-item]').first()).toBeFocused();
  await expect(field).toHaveValue('');
});
