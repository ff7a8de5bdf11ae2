/**
 * `npm run measure:layout`: opens every screen of the app at every width, in both languages, and prints what overflows,
 * is too small to press, is misplaced, points the wrong way or cuts letters off. Then it prints the contrast of all
 * colours that meet, in every theme, and the lines of every typeface. Ends with 1 when something is wrong.
 */
import type { Page } from '@playwright/test';
import { FONT_FAMILIES } from '#renderer/ui/fonts.ts';
import { READING_FONTS, READING_SIZES_PX } from '#shared/domain/choices.ts';
import { findLowContrast, measureContrast } from './contrast.ts';
import { markArticle, openScreen } from './screens.ts';
import { SCREEN_NAMES } from '../support/screens.ts';
import { type Lines, findJumps, measureLines } from './type-checks.ts';
import { findProblems, readTokens, resize } from './window.ts';
import { openApp } from '../../scripts/dev/open-app.ts';
import { readOptions } from '../../scripts/dev/options.mjs';

const SIZES = [
  { width: 1680, height: 1000, zoom: 1 },
  { width: 1280, height: 800, zoom: 1 },
  { width: 900, height: 600, zoom: 1 },
  { width: 640, height: 400, zoom: 2 },
  { width: 450, height: 600, zoom: 1 },
];
const THEMES = ['light', 'sepia', 'dark', 'contrast'];

readOptions('measure:layout');
const { electron, page, close } = await openApp();
let wrong = 0;
try {
  await markArticle(page);
  for (const language of ['ar', 'en']) {
    await page.evaluate(
      (value) => window.bridge.invoke('settings/set', { language: value }),
      language,
    );
    for (const size of SIZES) {
      await resize(electron, page, size);
      for (const name of SCREEN_NAMES) {
        await openScreen(page, name);
        say(
          `${language} ${size.width}${size.zoom > 1 ? ` (${size.zoom * 100} %)` : ''} ${name}`,
          await findProblems(page),
        );
      }
    }
  }
  await measureColours(page);
  await measureType(page);
} finally {
  await close();
}
process.stdout.write(wrong === 0 ? 'nothing is wrong\n' : `${wrong} findings\n`);
process.exitCode = wrong === 0 ? 0 : 1;

async function measureColours(page: Page): Promise<void> {
  for (const theme of THEMES) {
    const tokens = await readTokens(page, theme);
    const [worst] = measureContrast(tokens).toSorted(
      (a, b) => a.ratio / a.least - b.ratio / b.least,
    );
    const ofHighlights = measureContrast(tokens).filter(({ back }) => back.startsWith('hl-'));
    const lowest = Math.min(
      ...ofHighlights.filter(({ front }) => front === 'ink').map(({ ratio }) => ratio),
    );
    say(
      `contrast, ${theme}: ${measureContrast(tokens).length} pairs, nearest ${worst?.front} on ${worst?.back} ${worst?.ratio.toFixed(2)} of ${worst?.least}, ink on highlights from ${lowest.toFixed(1)}`,
      findLowContrast(tokens),
    );
  }
}

async function measureType(page: Page): Promise<void> {
  await openScreen(page, 'reader');
  for (const size of READING_SIZES_PX) {
    const measured = new Map<string, Lines>();
    for (const font of READING_FONTS)
      measured.set(font, await measureLines(page, FONT_FAMILIES[font], size));
    const [first] = measured.values();
    say(
      `lines at ${size} px: ${measured.size} typefaces, ${first?.pitches[0]?.toFixed(2)} apart, bars ${first?.bars[0]?.toFixed(2)} high`,
      findJumps(measured),
    );
  }
}

function say(what: string, problems: readonly string[]): void {
  wrong += problems.length;
  process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'BAD '} ${what}\n`);
  for (const problem of problems) process.stdout.write(`       ${problem}\n`);
}
