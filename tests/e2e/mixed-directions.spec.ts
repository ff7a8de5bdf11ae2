import { expect, test } from '../support/library-folder.ts';
import { ownArticle, putOwnArticles } from '../support/own-library.ts';

const TEXT = [
  'توقيع مذكرة مع GE Vernova (GEV) بقيمة $2.5 مليار',
  '',
  'وقّعت الوزارة مع GE Vernova (GEV) عقدًا بقيمة $2.5 مليار لشبكة 400 kV تُنجز خلال 12-15 شهرًا وفق معيار IEC 61850 كاملًا.',
  '',
  'بلغ التغيّر −1.2% على أساس سنوي، والتفاصيل في https://example.org/ar?id=42&lang=ar أو الهاتف +964 770 123 4567 وعلى @example_iq اليوم.',
].join('\n');

/** Titles that are wider than their rows, with numbers all along them. Each row cuts its title at another place. */
const LONG = ['', 'تم ', 'اليوم ', 'ببغداد ', 'في بغداد ', 'بالعاصمة ', 'في العاصمة '].map(
  (first) =>
    `${first}توقيع عقد لشبكة 400 kV ومحطة 132 kV وأخرى 400 kV ومحطة 132 kV وأخرى 400 kV ومحطة 132 kV في العراق`,
);

/** In each run the first part is to the left of the second. */
const LEFT_TO_RIGHT = [
  ['GE Vernova (GEV)', 'GE', 'GEV'],
  ['$2.5', '$', '2.5'],
  ['400 kV', '400', 'kV'],
  // A range reads like Arabic, with its beginning on the right.
  ['12-15', '15', '12'],
  ['IEC 61850', 'IEC', '61850'],
  ['−1.2%', '−', '1.2'],
  ['https://example.org/ar?id=42&lang=ar', 'https', 'lang'],
  ['+964 770 123 4567', '+', '4567'],
  ['@example_iq', '@', 'example'],
] as const;

test('foreign runs keep their order inside Arabic, in the text and in the title, in both languages', async ({
  shared,
}) => {
  const { page } = shared;
  const articleId = await page.evaluate(async (text) => {
    const added = await window.bridge.invoke('import/text', { text, html: null });
    return (added as { value: { articleId: string } }).value.articleId;
  }, TEXT);
  for (const language of ['ar', 'en']) {
    await page.evaluate(
      (value) => window.bridge.invoke('settings/set', { language: value }),
      language,
    );
    await page.evaluate((id) => {
      location.hash = `#/article/${id}`;
    }, articleId);
    await page.reload();
    await page.locator('article [data-block=b1]').waitFor();
    for (const [within, runs] of [
      ['article [data-block]', LEFT_TO_RIGHT],
      ['article h1', LEFT_TO_RIGHT.slice(0, 2)],
    ] as const) {
      const wrong = await page.evaluate(
        ([selector, cases]) => {
          /** Returns the left edge of the letter at an offset of an element's text. */
          const leftOf = (element: Element, offset: number): number => {
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            let before = 0;
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const { length } = node.textContent ?? '';
              if (offset < before + length) {
                const range = document.createRange();
                range.setStart(node, offset - before);
                range.setEnd(node, offset - before + 1);
                return range.getBoundingClientRect().left;
              }
              before += length;
            }
            throw new Error('no such letter');
          };
          return cases.flatMap(([run, first, second]) => {
            const elements = [...document.querySelectorAll(selector)];
            const element = elements.find(({ textContent }) => textContent.includes(run));
            if (!element) return [`${run} is missing`];
            const at = element.textContent.indexOf(run);
            const left = leftOf(element, at + run.indexOf(first));
            const right = leftOf(element, at + run.lastIndexOf(second));
            return left < right ? [] : [run];
          });
        },
        [within, runs] as const,
      );
      expect(wrong, `${within}, ${language}`).toEqual([]);
    }
    const { dir } = await page.evaluate(() => ({ dir: document.documentElement.dir }));
    expect(dir).toBe(language === 'ar' ? 'rtl' : 'ltr');
  }
});

test('the percent sign is to the left of its number, as in Arabic', async ({ shared }) => {
  const { page } = shared;
  const articleId = await page.evaluate(async () => {
    const added = await window.bridge.invoke('import/text', {
      text: 'خبر قصير\n\nارتفع الإنتاج 75% هذا العام.',
      html: null,
    });
    return (added as { value: { articleId: string } }).value.articleId;
  });
  await page.evaluate((id) => {
    location.hash = `#/article/${id}`;
  }, articleId);
  const block = page.locator('article [data-block]', { hasText: '75%' });
  await block.waitFor();

  const [percent, number] = await block.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    const at = text?.textContent?.indexOf('75%') ?? -1;
    const leftOf = (offset: number) => {
      const range = document.createRange();
      range.setStart(text as Text, offset);
      range.setEnd(text as Text, offset + 1);
      return range.getBoundingClientRect().left;
    };
    return [leftOf(at + 2), leftOf(at)] as const;
  });

  expect(percent).toBeLessThan(number);
});

test('the names of formats follow each other from right to left', async ({ shared }) => {
  const { page } = shared;
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+KeyO');
  const formats = page.getByRole('dialog').getByText('الصيغ المقبولة');
  await expect(formats).toBeVisible();

  const lefts = await formats.evaluate((element) =>
    ['EPUB', 'DOCX', 'PDF'].map((name) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(name) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + name.length);
        return range.getBoundingClientRect().left;
      }
      return Number.NaN;
    }),
  );

  expect(lefts[0]).toBeGreaterThan(lefts[1] ?? Number.NaN);
  expect(lefts[1]).toBeGreaterThan(lefts[2] ?? Number.NaN);
});

test('a long title in the library is cut between words, not inside a number', async ({
  start,
  dataFolder,
}) => {
  await putOwnArticles(
    dataFolder,
    LONG.map((title) => ownArticle(title)),
  );
  const { page } = await start({ dataFolder });
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
  const title = page.locator('main [data-article] h2, main [data-article] h3');
  const cut = title.filter({ hasText: '400 kV' });
  await expect(cut).toHaveCount(LONG.length);
  for (const element of await cut.all()) {
    await element.scrollIntoViewIfNeeded();
    const runs = await element.evaluate((heading) => {
      const box = heading.getBoundingClientRect();
      const canvas = document.createElement('canvas').getContext('2d');
      if (canvas) canvas.font = getComputedStyle(heading).font;
      const ellipsis = canvas?.measureText('…').width ?? Number.NaN;
      return [...heading.querySelectorAll('bdi.ltr')].flatMap((run) =>
        [...run.getClientRects()]
          .filter(({ top, bottom }) => (top + bottom) / 2 < box.bottom)
          .map(({ left }) => ({
            isInside: left >= box.left - 1,
            isWhole:
              left >= box.left + ellipsis || getComputedStyle(run).display === 'inline-block',
          })),
      );
    });
    expect(runs.length).toBeGreaterThan(2);
    // An ellipsis has room after a number, or it takes the place of the whole number.
    for (const run of runs) expect(run).toEqual({ isInside: true, isWhole: true });
  }
});
