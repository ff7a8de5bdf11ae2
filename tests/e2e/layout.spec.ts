import type { Page } from '@playwright/test';
import { findLowContrast } from '../layout/contrast.ts';
import { markArticle, openScreen } from '../layout/screens.ts';
import { findJumps, measureLines } from '../layout/type-checks.ts';
import { findProblems, readTokens, resize } from '../layout/window.ts';
import { FONT_FAMILIES } from '../../src/renderer/ui/fonts.ts';
import { READING_FONTS } from '../../src/shared/domain/choices.ts';
import { expect, test } from '../support/app.ts';
import { SCREEN_NAMES } from '../support/screens.ts';

const WIDE = { width: 1280, height: 800, zoom: 1 };
const NARROW = { width: 450, height: 600, zoom: 1 };
const ENLARGED = { width: 640, height: 400, zoom: 2 };

const measureAll = async (page: Page) => {
  const families = READING_FONTS.map((font) => [font, FONT_FAMILIES[font]] as const);
  const measured = new Map();
  for (const [font, family] of families) measured.set(font, await measureLines(page, family, 21));
  return measured;
};

test('every screen fits, in both languages, wide, narrow and enlarged; letters, targets, arrows and colours are right', async ({
  shared: { page, electron },
}) => {
  await markArticle(page);
  const found: string[] = [];
  for (const [language, sizes] of [
    ['ar', [WIDE, NARROW]],
    ['en', [WIDE, ENLARGED]],
  ] as const) {
    await page.evaluate(
      (value) => window.bridge.invoke('settings/set', { language: value }),
      language,
    );
    await page.reload();
    for (const size of sizes) {
      await resize(electron, page, size);
      for (const name of SCREEN_NAMES) {
        await openScreen(page, name);
        const problems = await findProblems(page);
        found.push(...problems.map((problem) => `${language} ${size.width} ${name}: ${problem}`));
      }
    }
  }
  for (const theme of ['light', 'sepia', 'dark', 'contrast'])
    for (const pair of findLowContrast(await readTokens(page, theme)))
      found.push(`${theme}: ${pair}`);
  await openScreen(page, 'reader');
  found.push(...findJumps(await measureAll(page)));

  expect(found).toEqual([]);
});

/** The planted defects, and what must be reported about each. */
const DEFECTS: readonly { name: string; plant: () => void; says: RegExp }[] = [
  {
    name: 'a panel that is shifted by 12 pixels',
    plant: () => {
      const panel = document.querySelector<HTMLElement>('main aside');
      if (panel) panel.style.transform = 'translateX(12px)';
    },
    says: /the panel (begins|ends) at/,
  },
  {
    name: 'an arrow that is not turned',
    plant: () => {
      const arrow = document.querySelector<SVGElement>('main svg.flip');
      if (arrow) arrow.style.transform = 'none';
    },
    says: /not turned/,
  },
  {
    name: 'a target of 20 pixels',
    plant: () => {
      const mark = document.querySelector<HTMLElement>('article [data-annotation]');
      if (mark) mark.style.cssText += ';inline-size:20px;block-size:20px';
    },
    says: /: 20×20$/,
  },
  {
    name: 'a line that is cut off',
    plant: () => {
      const headline = document.querySelector<HTMLElement>('article h1');
      if (headline) headline.style.cssText += ';line-height:1.1;overflow:hidden';
    },
    says: /^h1.* cuts «/,
  },
  {
    name: 'something wider than the page',
    plant: () => {
      const block = document.querySelector<HTMLElement>('article [data-block=b1]');
      if (block) block.style.inlineSize = '2000px';
    },
    says: / in \d+$/,
  },
];

test('the layout checks find every planted defect and nothing else', async ({
  shared: { page, electron },
}) => {
  await markArticle(page);
  await resize(electron, page, WIDE);
  for (const { name, plant, says } of DEFECTS) {
    await page.reload();
    await openScreen(page, 'reader');
    expect(await findProblems(page), name).toEqual([]);
    await page.evaluate(plant);

    const found = await findProblems(page);

    expect(found.length, name).toBeGreaterThan(0);
    for (const problem of found) expect(problem, name).toMatch(says);
  }

  const tokens = await readTokens(page, 'light');
  expect(findLowContrast({ ...tokens, 'ink-3': '#a09a8e' })).toContainEqual(
    expect.stringMatching(/^ink-3 on page: 2\.\d+ of 4\.5$/),
  );
  const lines = await measureAll(page);
  const other = await measureLines(page, 'serif', 21);
  expect(findJumps(new Map([...lines, ['a typeface that nobody fitted in', other]]))).not.toEqual(
    [],
  );
});
