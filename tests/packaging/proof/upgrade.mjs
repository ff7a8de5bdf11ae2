/** Proves that an upgrade with a corrected bundled article loses no annotation. */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { CORRECTED, CORRECTIONS, packNextVersion } from './next-version.mjs';
import { apt, removeDeb } from './deb.mjs';
import { PROGRAM } from './installed.mjs';
import { startPackaged } from './packaged-app.mjs';
import { highlight, marksOf, openArticle, until } from './reading.mjs';
import { show } from '../../support/show.mjs';

/** A mark in another article, which stays the same, so the mark gets no badge. */
const ELSEWHERE = {
  article: 'iraq-syria-border-fences',
  note: 'في مقال لم يتغيّر',
  badge: '',
  confidence: 'exact',
};

export async function proveUpgrade({ user, env, file, pictures, version }) {
  const next = await packNextVersion();
  const args = [`--user-data-dir=${join(user.home, 'data-upgrade')}`];
  const app = { user, env, args, program: PROGRAM, command: '/usr/bin/hashiya' };
  try {
    apt(['install', '--reinstall', file]);
    const before = await markWithOldVersion(app);
    apt(['install', next.deb]);
    await showUpgraded({
      app,
      version,
      next,
      before,
      picture: join(pictures, 'installed-upgraded.png'),
    });
  } finally {
    removeDeb();
  }
}

async function showUpgraded({ app, version, next, before, picture }) {
  const started = await startPackaged(app);
  try {
    const { page } = started;
    const about = await page.evaluate(() => window.bridge.invoke('app/info', {}));
    show(about.value.version === next.version, `upgrade: ${version} became ${next.version}`);
    const marks = await marksOf(page, CORRECTED);
    const after = new Map(marks.annotations.map((mark) => [mark.note, mark]));
    const changed = before.flatMap((old) => changedFields(old, after.get(old.note)));
    show(
      before.length === CORRECTIONS.length && changed.length === 0,
      `upgrade: all ${before.length} annotations are there as they were written`,
      changed.join(' '),
    );
    show(
      marks.bookmarks.length === 1 && marks.bookmarks[0].placedOn !== null,
      'upgrade: the bookmark too',
    );
    await openArticle(page, CORRECTED);
    await openPanel(page);
    for (const change of CORRECTIONS) await showBadge(page, change, after.get(change.note));
    await page.screenshot({ path: picture });
    await openArticle(page, ELSEWHERE.article);
    const [untouched] = (await marksOf(page, ELSEWHERE.article)).annotations;
    await showBadge(page, ELSEWHERE, untouched);
  } finally {
    await started.quit();
  }
}

/** @returns the stored annotations of the article that will be corrected */
async function markWithOldVersion(app) {
  const { page, quit } = await startPackaged(app);
  await openArticle(page, CORRECTED);
  for (const { words, note } of CORRECTIONS) {
    const isMade = await highlight(page, CORRECTED, { words, note });
    show(isMade, `upgrade: marked before: ${note}`);
  }
  await page.evaluate(
    (articleId) =>
      window.bridge.invoke('bookmarks/set', { articleId, blockId: 'b5', present: true }),
    CORRECTED,
  );
  const { annotations } = await marksOf(page, CORRECTED);
  await openArticle(page, ELSEWHERE.article);
  const words = await page.evaluate(() =>
    document.querySelector('article [data-block="b1"]').textContent.slice(0, 30),
  );
  await highlight(page, ELSEWHERE.article, { words, note: ELSEWHERE.note });
  await quit();
  return annotations;
}

/** Opening an article writes nothing, so its records are unchanged, wherever their anchors are now. */
function changedFields(old, now = {}) {
  return Object.keys({ ...old, ...now }).filter(
    (field) => field !== 'anchor' && !isDeepStrictEqual(old[field], now[field]),
  );
}

async function openPanel(page) {
  const panel = page.getByRole('complementary', { name: 'التمييزات والملاحظات' });
  if (!(await panel.isVisible())) await page.keyboard.press('KeyA');
  await panel.waitFor();
}

/** Prints what the panel and the main process say about the mark. */
async function showBadge(page, { note, badge, confidence }, mark) {
  const panel = page.getByRole('complementary', { name: 'التمييزات والملاحظات' });
  const card = panel.locator('article').filter({ hasText: note });
  await until(async () => (await card.count()) === 1);
  const shown = (await card.locator('header').allInnerTexts()).join(' ');
  const others = ['مطابق', 'مُستعاد', 'موضع تقريبي', 'بلا موضع'].filter((text) => text !== badge);
  const isRight = shown.includes(badge) && !others.some((text) => shown.includes(text));
  show(
    isRight && mark?.anchor.confidence === confidence,
    `upgrade: ${note}: ${badge === '' ? 'no badge' : `badge «${badge}»`}`,
    mark?.anchor.score === undefined ? mark?.anchor.reason : mark.anchor.score.toFixed(2),
  );
}
