/** Does what a reader does in an open article, over the debugging protocol of a packed app. */
import { setTimeout as wait } from 'node:timers/promises';

export const WAIT_MS = 60_000;
const POLL_MS = 200;
/** The toolbar appears when the selection has settled, ms. */
const SELECTED_MS = 1000;

export async function openArticle(page, id) {
  await page.evaluate((article) => (location.hash = `#/article/${article}`), id);
  await page.locator('article [data-block="b1"]').waitFor({ timeout: WAIT_MS });
}

/**
 * Selects words, presses the key of the first meaning, and writes a note if there is one.
 *
 * @param words  once in the open article, in one block
 * @returns      whether the app says that it is saved
 */
export async function highlight(page, id, { words, note }) {
  const before = (await marksOf(page, id)).annotations.length;
  await page.evaluate(selectWords, words);
  await wait(SELECTED_MS);
  await page.keyboard.press('Digit1');
  const made = () => marksOf(page, id).then(({ annotations }) => annotations.length === before + 1);
  if (!(await until(made))) return false;
  if (note === undefined) return true;
  await page.keyboard.press('KeyE');
  await page.getByRole('textbox', { name: /ملاحظ/ }).fill(note);
  await page.keyboard.press('Control+Enter');
  return until(async () =>
    (await marksOf(page, id)).annotations.some((mark) => mark.note === note),
  );
}

/** Returns what the main process has of an article: its records and their present anchors. */
export async function marksOf(page, articleId) {
  const answer = await page.evaluate(
    (id) => window.bridge.invoke('marks/get', { articleId: id }),
    articleId,
  );
  if (!answer.ok) throw new Error(`marks/get: ${answer.error.code}`);
  return answer.value;
}

/** Repeats a question until it is true, for a minute at most. */
export async function until(isTrue, limitMs = WAIT_MS) {
  for (const end = Date.now() + limitMs; Date.now() < end; await wait(POLL_MS)) {
    if (await isTrue()) return true;
  }
  return false;
}

/** Selects words; runs in the page. */
function selectWords(words) {
  for (const block of document.querySelectorAll('article [data-block]')) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent.indexOf(words);
      if (at < 0) continue;
      block.scrollIntoView({ block: 'center' });
      getSelection().setBaseAndExtent(node, at, node, at + words.length);
      return;
    }
  }
  throw new Error(`not in the article: ${words}`);
}
