import type { ElectronApplication, Page } from '@playwright/test';
import { APP_ORIGIN } from '../../src/main/electron/app-address.ts';

/** Gives the window any size, however small (CSS pixels, without zoom), and waits until the page has it. */
export async function resizeWindow(
  electron: ElectronApplication,
  page: Page,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, { origin, width, height }) => {
      // The converter has a hidden window.
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().startsWith(`${origin}/`),
      );
      window?.webContents.setZoomFactor(1);
      window?.setMinimumSize(1, 1);
      window?.setContentSize(width, height);
    },
    { origin: APP_ORIGIN, ...size },
  );
  await page.waitForFunction(
    ({ width, height }) => innerWidth === width && innerHeight === height,
    size,
  );
}
