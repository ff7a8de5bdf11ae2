/** The app in front of the camera: started on a data folder, set to a look, operated and photographed. */
import type { ElectronApplication, Page } from '@playwright/test';
import { type OpenOptions, type OpenedApp, openApp } from '../dev/open-app.ts';
import ar from '../../src/shared/i18n/messages/ar.json' with { type: 'json' };
import en from '../../src/shared/i18n/messages/en.json' with { type: 'json' };
import type { Look } from './looks.ts';
import type { Bitmap } from './palette-png.ts';

const MESSAGES = { ar, en } as const;

export type MessageKey = keyof typeof ar;

/** How long a screen must not change before it is photographed, ms, because highlights and lines come last. */
const STILL_MS = 600;

export class PictureApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Closes the app; a data folder that was made for it is removed. */
  readonly quit: () => Promise<void>;
  private language: Look['language'] = 'ar';

  private constructor({ electron, page, dataFolder, close }: OpenedApp) {
    this.electron = electron;
    this.page = page;
    this.dataFolder = dataFolder;
    this.quit = close;
  }

  static async start(options: OpenOptions = {}): Promise<PictureApp> {
    return new PictureApp(await openApp(options));
  }

  /** Returns a text of the interface in the language of the look. */
  text(key: MessageKey): string {
    return MESSAGES[this.language][key];
  }

  button(key: MessageKey) {
    return this.page.getByRole('button', { name: this.text(key), exact: true });
  }

  /** Calls the main process as the window would, and returns the value. */
  async invoke<Value>(channel: string, input: unknown): Promise<Value> {
    const answer = await this.page.evaluate(
      ([name, value]) => window.bridge.invoke(name as string, value),
      [channel, input],
    );
    const { ok, value } = answer as { ok: boolean; value: Value };
    if (!ok) throw new Error(`${channel}: ${JSON.stringify(answer)}`);
    return value;
  }

  /** Sets the theme, size and language of the window. */
  async wear({ theme, size, language }: Look): Promise<void> {
    await this.invoke('settings/set', { theme, language });
    this.language = language;
    const [width = 0, height = 0] = size.split('x').map(Number);
    const window = await this.electron.browserWindow(this.page);
    await window.evaluate((it, wanted) => it.setContentSize(wanted.width, wanted.height), {
      width,
      height,
    });
    await this.page.waitForFunction((wide) => innerWidth === wide, width);
  }

  /** True when panels and filters lie over the page instead of standing beside it. */
  isNarrow(): Promise<boolean> {
    return this.page.evaluate(() => innerWidth < 1080);
  }

  /** Opens an address of the app again, and waits for what it shows. */
  async open(hash: string, shows: string): Promise<void> {
    await this.page.evaluate((value) => {
      location.hash = value;
    }, hash);
    await this.page.reload();
    await this.page.locator(shows).first().waitFor({ state: 'attached' });
    await this.hideRuntimeStrip();
  }

  /** Hides the strip about the old runtime, because readers' apps do not have it. */
  private async hideRuntimeStrip(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('html[lang]') !== null);
    const strip = this.page.locator('[role=note]', { hasText: 'Electron' }).getByRole('button');
    // The mouse is not used, because it would stay above later elements.
    await strip.dispatchEvent('click', {}, { timeout: 2_000 }).catch(() => undefined);
  }

  /** Photographs the window as the compositor shows it, because a page screenshot hides right-to-left overflow. */
  async photograph(): Promise<Bitmap> {
    await this.page.evaluate(() => document.fonts.ready);
    await this.page.waitForTimeout(STILL_MS);
    // The page's own window is needed, because the converter has another one.
    const window = await this.electron.browserWindow(this.page);
    const { base64, width, height } = await window.evaluate(async (it) => {
      const image = await it.webContents.capturePage();
      return { base64: image.toBitmap().toString('base64'), ...image.getSize() };
    });
    return { width, height, bgra: Buffer.from(base64, 'base64') };
  }

  /** Lets the system's dialogs answer with these paths, as if the reader had chosen them. */
  async answerDialogs(paths: readonly string[]): Promise<void> {
    await this.electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...chosen] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen[0] ?? '' });
    }, paths);
  }
}
