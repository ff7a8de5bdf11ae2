import { expect, test } from '../support/app.ts';

test('the window opens as large and where it was left', async ({ start }) => {
  const first = await start();
  const bounds = { x: 60, y: 40, width: 1010, height: 690 };
  await first.electron.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    bounds,
  );
  await expect.poll(() => first.page.evaluate(() => innerWidth)).toBe(bounds.width);
  await first.quit();

  const second = await start();

  const now = await second.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(now).toEqual(bounds);
});
