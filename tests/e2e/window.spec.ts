import { type RunningApp, expect, test } from '../support/app.ts';

const boundsOf = ({ electron }: RunningApp) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

test('the window opens with the size and position it had', async ({ start }) => {
  const first = await start();
  const bounds = { x: 60, y: 40, width: 1010, height: 690 };
  await first.electron.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    bounds,
  );
  await expect.poll(() => first.page.evaluate(() => innerWidth)).toBe(bounds.width);
  await expect.poll(() => boundsOf(first)).toEqual(bounds);
  await first.quit();

  const second = await start();

  await expect.poll(() => boundsOf(second)).toEqual(bounds);
});
