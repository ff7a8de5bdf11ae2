import type { ElectronApplication, Page } from 'playwright';
import { APP_ORIGIN } from '#main/electron/app-address.ts';
import { MIRRORED, iconPaths } from '#renderer/ui/icons.ts';
import { PAIRS } from './contrast.ts';
import {
  findClippedText,
  findOverflow,
  findShiftedParts,
  findSmallTargets,
  findWrongArrows,
} from './page-checks.ts';

/** Least width and height of a target, CSS pixels. */
const LEAST_TARGET_PX = 24;

/** Letters with the signs that reach highest and lowest. */
const FULL_TASHKEEL = 'لِلَّٰهِ ٱلرَّحْمَٰنِ إِنَّهُۥ يُّجِّيِّ ـًّـٍّ';

const MIRRORED_PATHS = [...MIRRORED].flatMap((name) => {
  const first = iconPaths(name)[0];
  return typeof first === 'string' ? [first] : [];
});

/** Width and height of the window in CSS pixels, and how much everything is enlarged. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

/** Returns what is wrong with the present screen. */
export async function findProblems(page: Page): Promise<string[]> {
  const found = [
    await page.evaluate(findOverflow),
    await page.evaluate(findSmallTargets, LEAST_TARGET_PX),
    await page.evaluate(findShiftedParts),
    await page.evaluate(findWrongArrows, MIRRORED_PATHS),
    await page.evaluate(findClippedText, FULL_TASHKEEL),
  ];
  return found.flat();
}

export async function resize(app: ElectronApplication, page: Page, size: Size): Promise<void> {
  const wanted = { origin: APP_ORIGIN, ...size };
  await app.evaluate(({ BrowserWindow }, { origin, width, height, zoom }) => {
    // The converter has a hidden window.
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().startsWith(`${origin}/`),
    );
    // This is smaller than the window manager allows, as on part of a phone's screen.
    window?.setMinimumSize(320, 240);
    window?.webContents.setZoomFactor(zoom);
    window?.setContentSize(Math.round(width * zoom), Math.round(height * zoom));
  }, wanted);
  await page.waitForFunction((width) => Math.abs(innerWidth - width) <= 1, size.width);
  await settle(page);
}

/** How many still frames in a row mean that a page has settled. */
const STILL_FRAMES = 3;
/** After this many frames a page that still moves is measured as it is. */
const MOST_FRAMES = 300;

/** Waits until fonts are loaded and nothing has appeared, disappeared or moved for some frames. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    async ([wanted, most]) => {
      await document.fonts.ready;
      const places = (): string =>
        [...document.querySelectorAll('body *')]
          .map((element) => Object.values(element.getBoundingClientRect().toJSON()).join(' '))
          .join();
      let last = places();
      for (let frame = 0, still = 0; still < wanted && frame < most; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = places();
        still = now === last ? still + 1 : 0;
        last = now;
      }
    },
    [STILL_FRAMES, MOST_FRAMES] as const,
  );
}

/** Returns the tokens of one theme by name, as the page resolves them. */
export async function readTokens(page: Page, theme: string): Promise<Record<string, string>> {
  const names = [...new Set(PAIRS.flatMap(({ front, back }) => [front, back]))];
  return page.evaluate(
    ([wanted, all]) => {
      const sample = document.createElement('div');
      sample.dataset['theme'] = wanted;
      document.body.append(sample);
      const style = getComputedStyle(sample);
      const tokens = Object.fromEntries(
        all.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
      );
      sample.remove();
      return tokens;
    },
    [theme, names] as const,
  );
}
