import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/app.ts';
import { SearchPage } from '../support/search-page.ts';

const ARTICLES = 6;

/** Returns the bundled articles that contain a word in any form: #word, “word”, or with a prefix. */
async function articlesWith(word: string): Promise<string[]> {
  const bundle = JSON.parse(await readFile('out/library/articles.json', 'utf8')) as {
    articles: { id: string; title: string; blocks: { text: string }[] }[];
  };
  return bundle.articles
    .filter(({ title, blocks }) =>
      [title, ...blocks.map(({ text }) => text)].join('\n').includes(word),
    )
    .map(({ id }) => id)
    .sort();
}

test('the bundled library is listed in Arabic, right to left, on a real Electron', async ({
  shared,
}) => {
  const { page, electron } = shared;

  const version = await electron.evaluate(() => process.versions.electron);
  console.log(`electron ${version}`);
  await expect(page.getByRole('heading', { level: 1, name: 'المكتبة' })).toBeVisible();
  await expect(page.getByRole('main').locator('[data-list-item]')).toHaveCount(ARTICLES);
  expect(await page.evaluate(() => [document.documentElement.lang, document.dir])).toEqual([
    'ar',
    'rtl',
  ]);
});

test('داعش finds every article with the word, also in quotation marks or as a hashtag', async ({
  shared,
}) => {
  const { page } = shared;
  const search = await SearchPage.search(page, 'داعش');

  await expect.poll(() => search.articleIds()).toEqual(await articlesWith('داعش'));
  await expect.poll(async () => (await search.markedTexts()).length).toBeGreaterThan(0);
  const marked = await search.markedTexts();
  for (const text of marked) expect(text).toContain('داعش');
});

test('الارهاب without its hamza finds الإرهاب and الإرهابيين', async ({ shared }) => {
  const { page } = shared;
  const search = await SearchPage.search(page, 'الارهاب');

  await expect.poll(() => search.articleIds()).toEqual(await articlesWith('الإرهاب'));
  await expect.poll(() => search.forms()).toEqual(expect.arrayContaining(['الإرهاب', 'الإرهابيين']));
});

test('a click on a hit opens the article at that passage with the hit marked', async ({
  shared,
}) => {
  const { page } = shared;
  const search = await SearchPage.search(page, 'كاميرات حرارية');

  await search.openFirst();

  await expect
    .poll(() =>
      page.evaluate(() => {
        const now = CSS.highlights.get('find-now');
        const range = now ? [...now][0] : undefined;
        if (!range) return null;
        const rect = (range as Range).getBoundingClientRect();
        return { text: range.toString(), visible: rect.top > 0 && rect.bottom < innerHeight };
      }),
    )
    .toEqual({ text: expect.stringMatching(/كاميرات|حرارية/), visible: true });
});

test('the search is live: results follow the letters as they are typed', async ({ shared }) => {
  const { page } = shared;
  const search = await SearchPage.open(page);

  await search.field().pressSequentially('البيشمر');

  await expect.poll(async () => (await search.articleIds()).length).toBeGreaterThan(0);
});

test('a letter typed into the emptied field is not answered with the earlier results', async ({
  shared,
}) => {
  const app = shared;
  const search = await SearchPage.search(app.page, 'داعش');
  await expect.poll(async () => (await search.articleIds()).length).toBe(5);
  await search.field().fill('');
  await expect.poll(() => search.articleIds()).toEqual([]);
  // Records every mark that appears while the next text is searched.
  await app.page.evaluate(() => {
    const seen = new Set<string>();
    new MutationObserver(() => {
      for (const mark of document.querySelectorAll('main mark')) seen.add(mark.textContent ?? '');
    }).observe(document.body, { subtree: true, childList: true });
    Object.assign(window, { seen });
  });

  await search.field().fill('كاميرات');
  await expect.poll(() => search.markedTexts()).toContain('كاميرات');

  const seen = await app.page.evaluate(() => [
    ...(window as unknown as { seen: ReadonlySet<string> }).seen,
  ]);
  expect(seen).toContain('كاميرات');
  expect(seen.filter((text) => text.includes('داعش'))).toEqual([]);
});

test('a new answer is first laid out where it is visible, and then completely', async ({
  shared,
}) => {
  const { page } = shared;
  const search = await SearchPage.open(page);
  const seen = await page.evaluateHandle(() => {
    const frames: string[] = [];
    new MutationObserver(() => {
      const list = document.querySelector('main ol');
      const last = list?.querySelector(':scope > li:last-child > h2');
      if (!list || !last) return;
      const frame = `${list.childElementCount} ${last.checkVisibility()}`;
      if (frame !== frames.at(-1)) frames.push(frame);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    return frames;
  });

  await search.field().fill('داعش');

  await expect.poll(() => seen.jsonValue()).toEqual(['5 false', '5 true']);

  // A filter of the same results keeps all of them.
  await page.getByRole('checkbox', { name: 'النصوص' }).check();
  await expect.poll(async () => (await search.articleIds()).length).toBe(5);
  expect(await seen.jsonValue()).toEqual(['5 false', '5 true']);
});

test('a typed letter does not restyle the whole window', async ({ shared }) => {
  const { page } = shared;
  const search = await SearchPage.open(page);
  // Setting language and direction restyles every element, even if they do not change.
  const changes = await page.evaluateHandle(() => {
    const seen: string[] = [];
    new MutationObserver((records) =>
      seen.push(...records.map(({ attributeName }) => attributeName ?? '')),
    ).observe(document.documentElement, { attributes: true });
    return seen;
  });

  await search.field().pressSequentially('البيشمر');
  await expect.poll(async () => (await search.articleIds()).length).toBeGreaterThan(0);

  expect(await changes.jsonValue()).not.toContain('lang');
});

/** Texts that are no ordinary query. */
const ODD_TEXTS = [
  '',
  '   ',
  'كلمة~999',
  '*',
  'title:',
  '+ -',
  '"غير مغلق',
  '«غير مغلق',
  '('.repeat(300),
  'الحدود '.repeat(60),
  '__proto__ constructor',
  '\u202Eكلمة',
];

test('an odd query does not disturb the search: the next one is answered normally', async ({
  shared,
}) => {
  const { page } = shared;
  const search = await SearchPage.open(page);
  const answers = [
    ['داعش', await articlesWith('داعش')],
    ['البيشمركة', await articlesWith('البيشمركة')],
  ] as const;
  expect(answers[0][1]).not.toEqual(answers[1][1]);

  for (const [at, text] of ODD_TEXTS.entries())
    await test.step(JSON.stringify(text.slice(0, 20)), async () => {
      // Two words alternate, so that no answer can be the previous one.
      const [word, articleIds] = answers[at % 2 === 0 ? 0 : 1];
      await search.field().fill(text);
      await search.field().press('Enter');
      await search.field().fill(word);
      await expect.poll(() => search.articleIds()).toEqual(articleIds);
    });
});

test('an empty result says which word exists and offers it', async ({ shared }) => {
  const { page } = shared;
  const search = await SearchPage.search(page, 'الحدود زرافة');

  await expect(page.getByRole('main')).toContainText('زرافة');
  await expect.poll(() => search.articleIds()).not.toEqual([]);
});
