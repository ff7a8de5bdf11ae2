import { expect, test } from '../support/app.ts';

test('the interface changes its language while it runs, and one article its own appearance', async ({
  start,
}) => {
  const { page } = await start();
  await page.getByRole('link', { name: 'الإعدادات' }).click();
  await page.getByText('English', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page).toHaveTitle(/Settings.* — Hashiya/);
  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  await expect.poll(async () => (await navigation.boundingBox())?.x).toBe(0);

  await page.getByRole('link', { name: /^Library/ }).click();
  await page.locator('[data-list-item]').first().click();
  const title = page.getByRole('main').getByRole('article').getByRole('heading', { level: 1 });
  const text = page.locator('[data-block=b1]');
  const whole = await text.textContent();
  await page.getByRole('button', { name: 'Reading appearance' }).click();
  await page.getByText('This item only').click();
  await page.getByText('Hide vowel signs').click();
  await page.getByText('Amiri').click();

  await expect(title).toHaveCSS('font-family', /Amiri/);
  await expect.poll(() => text.innerText()).not.toMatch(/[\u064b-\u0652]/);
  expect(await text.textContent()).toBe(whole);
  await page.goBack();
  await page.locator('[data-list-item]').nth(1).click();
  await expect(title).toHaveCSS('font-family', /Noto Naskh/);
});
