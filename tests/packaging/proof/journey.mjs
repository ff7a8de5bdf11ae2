/** Does what a reader does with a new installation: look, search, highlight, quit, come back. */
import { startPackaged } from './packaged-app.mjs';
import { highlight, marksOf, openArticle, until, WAIT_MS } from './reading.mjs';
import { show } from '../../support/show.mjs';
import { showConverter, showSandbox } from './sandbox.mjs';

const QUERY = 'الحدود';
/** An article, and its words that are highlighted. */
export const JOURNEY_MARK = { article: 'guide', words: 'الحاشية هي ما يكتبه القارئ' };

/** Returns every process that existed at any moment of an import, in its last state. */
async function processesWhileImporting({ page, processes }) {
  const seen = new Map();
  const look = () => processes().forEach((each) => seen.set(each.pid, each));
  const text = 'خبر يُستورد أثناء البرهان. '.repeat(2000);
  const asked = page.evaluate(
    (words) => window.bridge.invoke('import/text', { text: words, html: null }),
    text,
  );
  const isIn = async () => {
    look();
    const list = await page.evaluate(() => window.bridge.invoke('library/list', { from: 0 }));
    return list.value.articles.some(({ own }) => own);
  };
  show(await until(isIn), 'a text is imported', `${(await asked).ok}`);
  return [...seen.values()];
}

/**
 * Runs the journey and prints each step.
 *
 * @param options.name     printed before each line
 * @param options.program  the real path of the packed program
 * @param options.picture  the path for a picture of the window, if wanted
 */
export async function proveJourney({ name, picture, ...app }) {
  const { article, words } = JOURNEY_MARK;
  const first = await startPackaged(app);
  const { page } = first;
  const titles = await page.locator('main a[href^="#/article/"]').count();
  show(titles >= 6, `${name}: the library is listed`, `${titles} links to articles`);
  if (picture) await page.screenshot({ path: picture });
  await showConverter(name, first);
  showSandbox(name, first.processes());
  await page.evaluate(
    (query) => (location.hash = `#/search?q=${encodeURIComponent(query)}`),
    QUERY,
  );
  await page.locator('html[data-search=answered]').waitFor({ state: 'attached', timeout: WAIT_MS });
  const hits = await page.getByRole('main').locator('h2 a, h3 a').count();
  show(hits > 0, `${name}: the search answers`, `${hits} articles for ${QUERY}`);
  showSandbox(`${name}, while it imports`, await processesWhileImporting(first));
  await openArticle(page, article);
  show(await highlight(page, article, { words }), `${name}: a highlight is made`);
  show(await first.quit(), `${name}: it quits by itself`);
  const second = await startPackaged(app);
  await openArticle(second.page, article);
  const isKept = async () => (await marksOf(second.page, article)).annotations.length === 1;
  show(await until(isKept), `${name}: the highlight is there after a restart`);
  await second.quit();
}
