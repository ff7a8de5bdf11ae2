import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { expect, test } from '../support/library-folder.ts';
import { saveHighlight } from '../support/marks.ts';
import { ownArticle, putOwnArticles } from '../support/own-library.ts';
import { ReaderPage } from '../support/reader-page.ts';
import { resizeWindow } from '../support/resize-window.ts';
import { edgeOf, measureBeginning } from '../support/sides.ts';

const ARTICLE = 'iraq-syria-border-fences';
const QUOTE = 'رئيس الحكومة مصطفى الكاظمي';

/**
 * Returns the side from which the text of an element is read, and whether its last line ends at the other side. It is
 * `right` when its block runs from right to left and its lines are aligned to that side.
 */
const beginsAt = (page: Page, selector: string, text: string) =>
  page.evaluate(
    ([within = '', words = '']) => {
      const holders = [...document.querySelectorAll<HTMLElement>(within)];
      const holder = holders.find((each) => each.textContent?.includes(words));
      if (!holder) return `not there: ${within}`;
      const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
      let parent: HTMLElement | null = null;
      for (let node = walker.nextNode(); node && !parent; node = walker.nextNode())
        if (node.textContent?.includes(words)) parent = node.parentElement;
      if (!parent) return 'no text';
      let block: HTMLElement = parent;
      while (getComputedStyle(block).display.startsWith('inline') && block.parentElement)
        block = block.parentElement;
      const { direction, textAlign } = getComputedStyle(block);
      return direction === 'rtl' && ['start', 'right', '-webkit-auto'].includes(textAlign)
        ? 'right'
        : `${direction}, ${textAlign}`;
    },
    [selector, text],
  );

test('in the English interface Arabic titles, quotes and notes begin at the right, details at the left', async ({
  shared: { page },
}) => {
  await page.evaluate(() => window.bridge.invoke('settings/set', { language: 'en' }));
  await page.reload();
  await page.locator('html[dir=ltr][data-library=listed]').waitFor({ state: 'attached' });
  await saveHighlight(page, ARTICLE, { text: QUOTE, note: 'ملاحظة بالعربية', tags: [] });

  const title = 'الكاظمي يطلب';
  await expect.poll(() => beginsAt(page, 'main li h2', title)).toBe('right');
  await expect.poll(() => beginsAt(page, 'main li p', 'التنظيم')).toBe('right');

  await page.evaluate((id) => {
    location.hash = `#/article/${id}`;
  }, ARTICLE);
  await ReaderPage.opened(page);
  await expect(page.locator('aside article')).toBeVisible();
  await expect.poll(() => beginsAt(page, 'aside blockquote', QUOTE)).toBe('right');
  await expect.poll(() => beginsAt(page, 'aside article p', 'ملاحظة')).toBe('right');
  // Date, time and words are in English order, below the beginning of the Arabic headline.
  const facts = await page.evaluate(() => {
    const line = document.querySelector('article header [class*=meta]');
    const headline = document.querySelector('article h1')?.getBoundingClientRect();
    const box = line?.getBoundingClientRect();
    const parts = [...(line?.querySelectorAll('[class*=parts] > *') ?? [])];
    const lefts = parts.map((part) => part.getBoundingClientRect().left);
    return {
      inOrder:
        lefts.length > 1 && lefts.every((left, at) => at === 0 || left > (lefts[at - 1] ?? 0)),
      gap: Math.abs((box?.right ?? 0) - (headline?.right ?? 0)),
    };
  });
  expect(facts.inOrder).toBe(true);
  expect(facts.gap).toBeLessThanOrEqual(2);

  // The toolbar runs in the direction of the interface, so that the arrow keys match what is seen.
  const reader = await ReaderPage.opened(page);
  await reader.selectText('الجانب السوري');
  const bar = page.getByRole('toolbar');
  const first = await bar.getByRole('button').first().boundingBox();
  await bar.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  const second = await page.evaluate(
    () => document.activeElement?.getBoundingClientRect().left ?? 0,
  );
  expect(second).toBeGreaterThan(first?.x ?? Infinity);
  await page.keyboard.press('Escape');

  await page.evaluate((words) => {
    location.hash = `#/search?q=${encodeURIComponent(words)}`;
  }, 'الكاظمي');
  await expect(page.locator('main li h2').first()).toBeVisible();
  await expect.poll(() => beginsAt(page, 'main li h2', 'الكاظمي')).toBe('right');

  await page.evaluate(() => {
    location.hash = '#/annotations';
  });
  await expect(page.getByText('ملاحظة بالعربية')).toBeVisible();
  await expect.poll(() => beginsAt(page, 'main li a', QUOTE)).toBe('right');
  await expect.poll(() => beginsAt(page, 'main li p', 'ملاحظة')).toBe('right');
});

const TITLE = 'تقرير لجنة الخبراء';
const AUTHOR = 'الأمانة العامة للمركز الإقليمي المشترك لدراسات المياه والزراعة والبيئة';
const OUTLET = 'مطبوعات المركز الإقليمي لدراسات المياه والزراعة';
const LATIN = 'The Thousand and One Nights in Their Manuscripts';
const PRESS = 'Riverside University Press for the Humanities and Letters';

type Start = (options?: { readonly dataFolder?: string }) => Promise<RunningApp>;

/**
 * Starts the app in a language, with an Arabic report and a Latin book that have marks, tags and reading positions. In
 * `translated` and `essay`, names in one script are below titles in the other; the names in `essay` and in the Arabic
 * `story` are short.
 */
async function furnished(start: Start, dataFolder: string, language: 'ar' | 'en') {
  const report = ownArticle(`${TITLE} في شأن إدارة الموارد المائية المشتركة بين دول الحوض`, {
    author: AUTHOR,
    outlet: OUTLET,
    date: '2018-04-02',
    own: { tags: ['الموارد المائية'] },
  });
  const book = ownArticle(LATIN, {
    author: null,
    outlet: PRESS,
    date: '2015',
    language: 'en',
    direction: 'ltr',
  });
  const translated = ownArticle('Reports of the River Commission', {
    author: AUTHOR,
    outlet: OUTLET,
    date: '2016',
    language: 'en',
    direction: 'ltr',
  });
  const short = { author: 'طه حسين', outlet: null, date: '1929' };
  const essay = ownArticle('The Days', { ...short, language: 'en', direction: 'ltr' });
  const story = ownArticle('الأيام', short);
  const removed = ownArticle('مسودة محضر لجنة السوق');
  await putOwnArticles(dataFolder, [report, book, translated, essay, story, removed]);
  const { page } = await start({ dataFolder });
  const invoke = (name: string, value: object) =>
    page.evaluate((asked) => window.bridge.invoke(asked.name, asked.value), { name, value });
  await invoke('settings/set', { language, newSeenUntil: new Date().toISOString() });
  await saveHighlight(page, report.id, { text: 'هكذا يبدأ النص', tags: ['زراعة مروية'] });
  await saveHighlight(page, book.id, { text: 'فقرة ثانية', note: 'A note in English' });
  await saveHighlight(page, translated.id, { text: 'هكذا يبدأ', note: 'تعليق بالعربية' });
  for (const { id } of [report, book])
    await invoke('bookmarks/set', { articleId: id, blockId: 'b0', present: true });
  await invoke('library/remove', { articleId: removed.id });
  for (const { id } of [book, report])
    await invoke('reading/save', { articleId: id, offset: 0, progress: 0.4 });
  const go = async (hash: string, settings: object = {}): Promise<void> => {
    await invoke('settings/set', settings);
    await page.evaluate((value) => {
      location.hash = value;
    }, hash);
    await page.reload();
    await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
  };
  return { page, report, book, translated, essay, story, go };
}

type Furnished = Awaited<ReturnType<typeof furnished>>;

/** The line begins at the edge of its block, and its first word is visible. */
const AT_THE_EDGE = { gap: 0, isWhole: true };

/**
 * Checks the first row of bookmarks or tags whose name has this direction: its menu ends where the search field ends,
 * its name begins beside the menu, and its facts are at the other edge.
 */
async function reachesBothEdges(
  page: Page,
  direction: 'ltr' | 'rtl',
  end: 'left' | 'right',
): Promise<void> {
  await page.locator('main li [data-list-item]').first().waitFor();
  const distances = await page.evaluate(
    ([wanted = '', side = '']) => {
      const row = [...document.querySelectorAll('main li')].find((each) => {
        const name = each.querySelector('[data-list-item]');
        return name && getComputedStyle(name).direction === wanted;
      });
      const box = (element: Element | null | undefined): DOMRect | undefined =>
        element?.getBoundingClientRect();
      const name = box(row?.querySelector('[data-list-item]'));
      const facts = box(row?.querySelector('[data-list-item] + *'));
      const menu = box(row?.querySelector('[aria-haspopup=menu]'));
      const field = box(document.querySelector('main [data-page-search]')?.parentElement);
      if (!name || !facts || !menu || !field) return null;
      const atRight = side === 'right';
      return {
        menu: Math.round(atRight ? field.right - menu.right : menu.left - field.left),
        name: Math.round(atRight ? menu.left - name.right : name.left - menu.right),
        facts: Math.round(atRight ? facts.left - field.left : field.right - facts.right),
      };
    },
    [direction, end],
  );
  expect(distances?.menu).toBe(0);
  expect(distances?.name).toBeLessThanOrEqual(16);
  expect(distances?.facts).toBe(0);
}

/** Checks that every list has Arabic at its right edge, with the details below it. */
async function checkLists(app: Furnished): Promise<void> {
  const { page, report, translated, essay, story, go } = app;
  const begins = (within: string, words: string) =>
    expect.poll(() => measureBeginning(page, within, words), within).toEqual(AT_THE_EDGE);
  const flush = (one: string, other: string) =>
    expect
      .poll(async () =>
        Math.abs((await edgeOf(page, one, 'right')) - (await edgeOf(page, other, 'right'))),
      )
      .toBeLessThanOrEqual(4);
  const widthOf = async (one: string): Promise<number> =>
    (await edgeOf(page, one, 'right')) - (await edgeOf(page, one, 'left'));
  /** Checks that one element is narrower than another, so that a box is only as wide as its words. */
  const narrower = async (one: string, other: string): Promise<void> =>
    expect(await widthOf(one)).toBeLessThan((await widthOf(other)) - 10);
  const rowOf = ({ id }: { readonly id: string }): string => `li[data-article="${id}"]`;
  const row = rowOf(report);

  await go('#/', { libraryView: 'comfortable' });
  await begins('section[aria-labelledby=resume] h2', TITLE);
  // The line above the title begins with its label and ends at the side of the title.
  await flush(
    'section[aria-labelledby=resume] [data-byline]',
    'section[aria-labelledby=resume] h2',
  );
  expect(await edgeOf(page, '#resume', 'right')).toBeLessThan(
    await edgeOf(page, 'section[aria-labelledby=resume] [data-byline]', 'left'),
  );
  await begins(`${row} [data-part=author]`, 'الأمانة');
  await flush(`${rowOf(story)} [class*=_by]`, `${rowOf(story)} h2, ${rowOf(story)} h3`);
  await go('#/', { libraryView: 'covers' });
  await begins(`${row} [class*=outlet]`, 'مطبوعات');
  await flush(`${row} [class*=outlet]`, `${row} [class*=headline]`);
  await flush(`${row} [class*=foot]`, `${row} [class*=headline]`);
  await narrower(`${row} [class*=foot]`, `${row} [class*=headline]`);
  await begins(`${row} [class*=_by]`, 'الأمانة');
  await begins(`${rowOf(translated)} [class*=outlet]`, 'مطبوعات');
  await begins(`${rowOf(translated)} [class*=_by]`, 'الأمانة');
  // A short name is below the beginning of the title.
  const essayName = `${rowOf(essay)} [class*=_by]`;
  const essayTitle = `${rowOf(essay)} h2, ${rowOf(essay)} h3`;
  expect(await edgeOf(page, essayName, 'left')).toBe(await edgeOf(page, essayTitle, 'left'));
  await narrower(essayName, essayTitle);
  await go('#/', { libraryView: 'compact' });
  await begins(`${row} > span`, 'الأمانة');
  await begins(`${rowOf(translated)} > span`, 'الأمانة');
  await go('#/continue');
  await begins(`${row} [class*=words]`, '«');
  await flush(`${row} [class*=position] > span`, `${row} h2`);

  await go('#/annotations');
  await begins('main section h2', TITLE);
  await flush(`main section:has([data-list-item]) [data-byline]`, 'main section h2');
  await begins('main li [data-list-item]', 'هكذا');
  await flush('main li time', 'main li [data-list-item]');
  await begins('main li p', 'تعليق');
  await go('#/annotations/bookmarks');
  await begins('main section h2', TITLE);
  await begins('main li [data-list-item] > span', report.title.slice(0, 8));
  await flush('main li [data-list-item] > svg', 'main li [data-list-item]');
  await reachesBothEdges(page, 'rtl', 'right');
  await go('#/annotations/tags');
  await flush('main li [data-list-item] > svg', 'main li [data-list-item]');
  await reachesBothEdges(page, 'rtl', 'right');

  await go(`#/search?q=${encodeURIComponent('النص')}`);
  await begins('main li h2', TITLE);
  const excerpt = `main li a[class*=snippet][href*="${report.id}"]`;
  await begins(`${excerpt} > span`, '…');
  const borders = await page
    .locator(excerpt)
    .first()
    .evaluate((element) => {
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(element);
      return { borderLeftWidth, borderRightWidth };
    });
  expect(borders).toEqual({ borderLeftWidth: '0px', borderRightWidth: '2px' });
  // The lines about why a result was found begin under each other, however long they are.
  const questions = await page
    .locator('main li [class*=question]')
    .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().left)));
  expect(questions.length).toBeGreaterThan(1);
  expect(new Set(questions).size).toBe(1);
}

/** Checks that dialogs have Arabic at their right edge. */
async function checkDialogs({ page, go }: Furnished): Promise<void> {
  const begins = (within: string, words: string) =>
    expect.poll(() => measureBeginning(page, within, words), within).toEqual(AT_THE_EDGE);

  await go('#/', { libraryView: 'comfortable' });
  await page.locator('main [data-list-item]').first().waitFor();
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('dialog').getByRole('combobox').fill(TITLE);
  await begins('[role=option] [class*=title]', TITLE);
  const icon = await edgeOf(page, '[role=option] svg', 'right');
  expect(icon).toBeGreaterThan(await edgeOf(page, '[role=option] [class*=title]', 'right'));
  await begins('[role=option] [class*=detail]', 'الأمانة');
  await page.getByRole('dialog').getByRole('combobox').fill('Reports');
  await expect(page.getByRole('option')).toHaveCount(1);
  await begins('[role=option] [class*=detail]', 'الأمانة');
  await page.keyboard.press('Escape');

  await go('#/annotations');
  await page.getByRole('button', { name: 'More actions' }).first().click();
  await page.getByRole('menuitem', { name: 'Tags…' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('الموارد');
  await begins('dialog [role=option] [class*=name]', 'الموارد');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await go('#/settings');
  await page.getByRole('button', { name: 'Show the removed items…' }).click();
  await begins('dialog li b', 'مسودة');
  const fromTheEdge = async (selector: string): Promise<number> =>
    (await edgeOf(page, 'dialog li [class*=text]', 'right')) -
    (await edgeOf(page, selector, 'right'));
  await expect.poll(() => fromTheEdge('dialog li b')).toBeLessThanOrEqual(2);
  await expect.poll(() => fromTheEdge('dialog li small span')).toBeLessThanOrEqual(2);
}

test('in the English interface lists and dialogs have Arabic at their right edge', async ({
  start,
  dataFolder,
}) => {
  const app = await furnished(start, dataFolder, 'en');
  await test.step('lists, with the details below', () => checkLists(app));
  await test.step('dialogs', () => checkDialogs(app));
});

test('in the Arabic interface Latin titles and names begin at the left', async ({
  start,
  dataFolder,
}) => {
  const { page, book, go } = await furnished(start, dataFolder, 'ar');
  const begins = (within: string, words: string) =>
    expect.poll(() => measureBeginning(page, within, words, 'left'), within).toEqual(AT_THE_EDGE);
  const row = `li[data-article="${book.id}"]`;

  await go('#/', { libraryView: 'covers' });
  await begins(`${row} [class*=outlet]`, 'Riverside');
  await begins(`${row} [class*=_by]`, 'Riverside');
  await go('#/', { libraryView: 'compact' });
  await begins(`${row} > span`, 'Riverside');
  await go('#/continue');
  await begins(`${row} h2`, 'The');
  await begins(`${row} [class*=words]`, '«');
  await go('#/annotations');
  await begins('main section h2', 'The');
  await begins('main li p', 'A note');
  await go('#/annotations/bookmarks');
  await begins('main li [data-list-item] > span', 'The');
  await reachesBothEdges(page, 'ltr', 'left');
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('dialog').getByRole('combobox').fill('Thousand');
  await begins('[role=option] [class*=title]', 'The');
  await begins('[role=option] [class*=detail]', 'Riverside');
});

test('in the English interface a message about an undone change is one line', async ({
  shared,
}) => {
  const { page, electron } = shared;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await page.evaluate(() => window.bridge.invoke('settings/set', { language: 'en' }));
  await page.reload();
  await page.locator('html[dir=ltr][data-library=listed]').waitFor({ state: 'attached' });
  await page.evaluate((id) => {
    location.hash = `#/article/${id}`;
  }, ARTICLE);
  const reader = await ReaderPage.opened(page);
  await reader.selectText('الجانب السوري');
  await page.keyboard.press('Digit1');
  await expect(page.getByRole('status').getByText('Text highlighted')).toBeVisible();
  await page.keyboard.press('Control+KeyZ');
  const message = page.getByRole('status').getByText(/^Undone:/);
  await message.hover();
  for (const width of [1280, 900]) {
    await resizeWindow(electron, page, { width, height: 600 });
    const lines = await message.evaluate((element) => {
      const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
      return Math.round(element.getBoundingClientRect().height / lineHeight);
    });
    expect(lines, `${width}`).toBe(1);
    // Without marks the hint is there again, and the message stands above it.
    const hint = await page.getByRole('note').filter({ hasText: 'Select words' }).boundingBox();
    const box = await page.locator('[data-region=toast]').boundingBox();
    expect((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)).toBeLessThanOrEqual(hint?.y ?? 0);
  }
});
