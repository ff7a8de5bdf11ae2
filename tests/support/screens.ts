import type { Page } from 'playwright';
import { PAGES, PLAIN_PAGES, type PageName } from '#renderer/routes/pages.ts';

/** The address of a screen, and an element that exists when the screen is complete. */
export type Screen = readonly [hash: string, shows: string];

const ARTICLE = 'iraq-syria-border-fences';
const screen = (page: PageName, parameters: string, shows: string): Screen => [
  `#/${PAGES[page].path}${parameters}`,
  `main[data-page=${page}] ${shows}`,
];
const searchFor = (text: string): string => `?q=${encodeURIComponent(text)}`;

/** The pages without parameters, each with its heading. */
const PLAIN_SCREENS = Object.fromEntries(
  PLAIN_PAGES.map((page) => [page, screen(page, '', 'h1')]),
) as Record<(typeof PLAIN_PAGES)[number], Screen>;

/**
 * The screens that the checks of layout and accessibility visit, and that the pictures show. A new page without
 * parameters is among them. The article has marks.
 */
export const SCREENS = {
  ...PLAIN_SCREENS,
  library: screen('library', '', '[data-article]'),
  reader: screen('article', `/${ARTICLE}`, 'article [data-annotation]'),
  search: screen('search', searchFor('تبادل المعلومات'), 'mark'),
  'search-empty': screen('search', searchFor('زرافة المريخ'), 'h2:text("زرافة")'),
  annotations: screen('annotations', '', '[data-meaning]'),
  missing: screen('article', '/no-such-article', 'h2'),
} as const;

export type ScreenName = keyof typeof SCREENS;
export const SCREEN_NAMES = Object.keys(SCREENS) as readonly ScreenName[];

/** Opens the address of a screen without loading the window again, and waits until the screen is complete. */
export async function goToScreen(page: Page, name: ScreenName): Promise<void> {
  const [hash, shows] = SCREENS[name];
  await page.evaluate((value) => {
    location.hash = value;
  }, hash);
  await page.locator(shows).first().waitFor({ state: 'attached' });
}
