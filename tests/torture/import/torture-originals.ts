/**
 * Damages the files of a library repeatedly, kills the real app while they are damaged, and checks what is left.
 *
 *   npm run -s torture:originals -- [--damages 200] [--articles 28] [--seed NUMBER]
 *
 * In each round some files are cut, changed by a bit, written as by a newer version, emptied or removed. The app is
 * started and killed at any moment, then started again and asked for everything. An original or a mark is lost when it is
 * missing and was not damaged by this script; one copy of each mark is left intact, because nobody could restore it
 * otherwise. A damaged article must be restored, or named with its reason. In every round one article is in the bin and
 * another cannot be made again, so that nothing else names their originals. The last run and every fifth one continue
 * until the app has tidied its folder. After a round the damaged originals and the files of a newer version are put back,
 * as a reader would. Only processes started here are killed.
 */
import { randomInt } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ownPaths } from '#main/library/own-paths.ts';
import { decodeMarksFile } from '#main/store/marks-file.ts';
import { createNodeFileSystem } from '#main/disk/node-file-system.ts';
import { storePaths } from '#main/store/paths.ts';
import { readMarks } from '#main/store/restore.ts';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { startDisplay } from '../../../scripts/dev/display.mjs';
import { resolveElectron } from '../../../scripts/dev/electron/electron.mjs';
import { startApp } from '../store/app-process.mjs';
import {
  type Damage,
  KINDS,
  TARGETS,
  createChance,
  canBeNewer,
  damage,
  foreignText,
  pathOf,
} from './damage-library.ts';
import { type Window, ask, listAll, untilState, untilTidied } from './torture-app.ts';
import { type SetApart, createSetApart } from './set-apart.ts';
import { writeTortureFiles } from '../../material/torture-files.ts';
import { hashOf, readOwnArticles } from './torture-library.ts';
import { readOptions } from '../../../scripts/dev/options.mjs';

const DAMAGES_OF_A_ROUND = 8;
/** Longest run of an app that is to be killed, ms. */
const LONGEST_LIFE_MS = 4000;
const MARKS_PER_ARTICLE = 3;

const { values } = readOptions('torture:originals', {
  damages: { type: 'string', default: '200', help: 'files that are damaged' },
  articles: { type: 'string', default: '28', help: 'articles of the library' },
  seed: { type: 'string', default: String(randomInt(1_000_000)), help: 'makes other damages' },
});
const chance = createChance(Number(values.seed));
const wanted = Number(values.damages);
const display = await startDisplay();
const { path: electron, version } = resolveElectron();
const folder = mkdtempSync(join(tmpdir(), 'hashiya-torture-originals-'));
const data = join(folder, 'data');
const counts = {
  electron: version,
  seed: Number(values.seed),
  articles: 0,
  marks: 0,
  damages: 0,
  kills: 0,
  damagedArticles: 0,
  madeAgain: 0,
  named: 0,
  newer: 0,
  tidied: 0,
};
const wrong = {
  failedStarts: 0,
  originals: 0,
  marks: 0,
  articles: 0,
  details: 0,
  changed: 0,
  bytes: 0,
  notTidied: 0,
};

/** What is known of each article, and the origin of its file. */
interface Known {
  readonly article: Article;
  readonly original: string;
  readonly source: string;
  readonly notes: ReadonlyMap<string, string>;
}
const book = new Map<ArticleId, Known>();
/** Articles with an annotation of a newer version in the journal. */
const foreign = new Set<ArticleId>();

let running: ReturnType<typeof startApp> | undefined;
try {
  await fill();
  const apart = await setApart();
  for (let round = 0; counts.damages < wanted; round++) {
    const done = harm(apart.ids, Math.min(DAMAGES_OF_A_ROUND, wanted - counts.damages));
    if (chance(3) > 0) await killSoon();
    const isLong = round % 5 === 4 || counts.damages >= wanted;
    await withApp(async (window) => {
      await look(window, { done, apart });
      if (!isLong) return;
      if (await untilTidied(window, data, [...book.keys()])) counts.tidied += 1;
      else fault('notTidied', `round ${round}`);
    });
    inspect(done);
    await putBack(done, apart.ids);
    if (round % 5 === 4) say(`${JSON.stringify(counts)} ${JSON.stringify(wrong)}`);
  }
  await putBackApart(apart);
} finally {
  // An app is still running here only if this script has a bug.
  if (running && running.running().length > 0) running.killAll();
  await display.stop();
}
const faults = Object.values(wrong).reduce((sum, each) => sum + each, 0);
if (faults === 0) rmSync(folder, { recursive: true, force: true });
else say(`what is wrong is in ${folder}`);
process.stdout.write(`${JSON.stringify({ ...counts, wrong })}\n`);
process.exitCode = faults > 0 ? 1 : 0;

/** Fills a library with articles of every format, with changed details and with marks. */
async function fill(): Promise<void> {
  const files = await writeTortureFiles(join(folder, 'files'), Number(values.articles));
  await withApp(
    (window) => untilState(window, ({ state }) => state === 'done'),
    [join(folder, 'files')],
  );
  const sources = new Map(files.map(({ path, sha256 }) => [sha256, path]));
  await withApp(async (window) => {
    for (const article of readOwnArticles(data).articles) await mark(window, article, sources);
  });
  counts.articles = book.size;
  counts.marks = book.size * MARKS_PER_ARTICLE;
}

async function mark(
  window: Window,
  { id, title, outlet, author, date, language, direction, address, blocks, own }: Article,
  sources: ReadonlyMap<string, string>,
): Promise<void> {
  const original = own?.original.sha256 ?? '';
  const named = {
    title: `${title} ·`,
    outlet,
    author,
    date,
    language,
    direction,
    address: address ?? null,
  };
  const details = { ...named, collections: [], tags: ['وسم'] };
  if (!(await ask(window, 'library/edit', { articleId: id, details })))
    throw new Error(`the details of ${id} were not taken`);
  const text = canonicalText(blocks);
  const notes = new Map<string, string>();
  for (let number = 0; number < MARKS_PER_ARTICLE; number++) {
    const digits = String(book.size * MARKS_PER_ARTICLE + number).padStart(12, '0');
    const annotation = `00000000-0000-4000-8000-${digits}`;
    const start = Math.min(number * 7, text.length - 6);
    const span = { start, end: start + 5 };
    const note = `note ${digits}`;
    await ask(window, 'annotations/save', {
      id: annotation,
      articleId: id,
      meaning: 'fact',
      span,
      note,
    });
    notes.set(annotation, note);
  }
  const stored = readOwnArticles(data).articles.find((each) => each.id === id);
  if (!stored) throw new Error(`${id} is not stored`);
  book.set(id, { article: stored, original, source: sources.get(original) ?? '', notes });
}

/** Removes one article to the bin and hides another, for all rounds. */
async function setApart(): Promise<SetApart> {
  const [first, second] = [...book.keys()];
  if (!first || !second) throw new Error('there are fewer than two articles');
  const apart = createSetApart(data, [first, second]);
  await withApp((window) => apart.remove(window));
  apart.hide();
  await withApp((window) => apart.open(window));
  return apart;
}

/** Restores both articles after the last round. */
async function putBackApart(apart: SetApart): Promise<void> {
  apart.putBack();
  await withApp((window) => apart.restore(window));
  await putBack([], []);
}

/** Damages some files, except those of the two articles set apart, and never both copies of an article's marks. */
function harm(apart: readonly ArticleId[], count: number): Damage[] {
  const done: Damage[] = [];
  const ids = [...book.keys()].filter((id) => !apart.includes(id));
  while (done.length < count) {
    const articleId = ids[chance(ids.length)]!;
    const target = TARGETS[chance(TARGETS.length)]!;
    const kind = KINDS[chance(KINDS.length)]!;
    const path = pathOf(data, target, { articleId, original: book.get(articleId)?.original ?? '' });
    const isMarks = target.endsWith('marks');
    const isTaken = done.some(
      (each) =>
        each.path === path ||
        (isMarks && each.articleId === articleId && each.target.endsWith('marks')),
    );
    if (path === null || isTaken || (isMarks && !hasOtherCopy(path))) continue;
    if (kind === 'newer' && !canBeNewer(target, path)) continue;
    done.push(damage({ target, kind, articleId, path }, chance));
    if (target === 'journal' && kind === 'newer') foreign.add(articleId);
  }
  counts.damages += done.length;
  return done;
}

/** Tells whether the other copy of the marks is intact, because a kill may have prevented its repair. */
function hasOtherCopy(path: string): boolean {
  const other = path.endsWith('.bak') ? path.slice(0, -4) : `${path}.bak`;
  return existsSync(other) && decodeMarksFile(readFileSync(other)).kind === 'article';
}

async function killSoon(): Promise<void> {
  const app = start();
  await wait(chance(LONGEST_LIFE_MS));
  if (chance(2) === 0) app.killAll();
  else app.killMain();
  counts.kills += 1;
  await app.ended;
  while (app.running().length > 0) await wait(20);
}

/** Asks for every article, which must be there or state its reason. */
async function look(
  window: Window,
  { done, apart }: { done: readonly Damage[]; apart: SetApart },
): Promise<void> {
  // A damaged catalogue may still list the hidden article until it is opened.
  await apart.open(window);
  const listed = await listAll(window);
  for (const each of await apart.inspect(window, listed)) fault('articles', each);
  for (const [id, { article }] of book) {
    if (apart.ids.includes(id)) continue;
    const hurt = (target: string) =>
      done.find((each) => each.articleId === id && each.target === target);
    const summary = listed.find((each) => each.id === id);
    const answer = (await window.invoke('library/get', { articleId: id })) as {
      ok: boolean;
      value: Article;
      error: { code: string; params?: { reason?: string } };
    } | null;
    const own = hurt('article');
    if (own && own.kind !== 'newer') counts.damagedArticles += 1;
    if (own?.kind === 'newer') counts.newer += 1;
    if (!summary || !answer) {
      fault('articles', `${id} is not listed`);
    } else if (answer.ok) {
      const isSame = answer.value.contentHash === article.contentHash;
      const isNewer = answer.value.trouble?.kind === 'newer';
      if (!isSame || isNewer !== (own?.kind === 'newer')) fault('articles', `${id} is another`);
      else if (own && !isNewer) counts.madeAgain += 1;
      const isLost = hurt('details') && done.some(({ target }) => target === 'catalogue');
      if (!isLost && answer.value.title !== article.title) fault('details', `title of ${id}`);
    } else {
      const reason = answer.error.params?.reason ?? '';
      const isTrue = hurt('original') !== undefined || hurt('details')?.kind === 'newer';
      if (answer.error.code === 'library/damaged' && reason !== '' && isTrue) counts.named += 1;
      else fault('articles', `${id}: ${answer.error.code} ${reason}`);
    }
  }
}

/** Checks the disk after the app has ended. */
function inspect(done: readonly Damage[]): void {
  const { originals, quarantine } = ownPaths(data);
  const kept = new Set(
    list(quarantine).map((name) => hashOf(readFileSync(join(quarantine, name)))),
  );
  for (const { target, kind, path, after } of done) {
    const isThere = existsSync(path) && hashOf(readFileSync(path)) === after;
    if (kind === 'newer' && (target === 'article' || target.endsWith('marks')) && !isThere)
      fault('changed', path);
    const isPutAside = target === 'article' || target.endsWith('marks');
    if (isPutAside && kind !== 'newer' && after !== null && !isThere && !kept.has(after))
      fault('bytes', path);
  }
  const harmed = new Set(
    done.filter(({ target }) => target === 'original').map(({ path }) => path),
  );
  const marks = readMarks(createNodeFileSystem(), storePaths(data));
  for (const [id, { original, notes }] of book) {
    const path = join(originals, original);
    const isKept = existsSync(path) && hashOf(readFileSync(path)) === original;
    if (!isKept && !harmed.has(path)) fault('originals', path);
    const found = marks.get(id);
    const now = new Map<string, string>(found?.annotations.map((each) => [each.id, each.note]));
    for (const [annotation, note] of notes)
      if (now.get(annotation) !== note) fault('marks', `${annotation} of ${id}`);
    const unread = JSON.stringify(found?.unread?.annotations ?? []);
    if (foreign.has(id) && !unread.includes(foreignText(id))) fault('marks', foreignText(id));
  }
}

/** Puts back what only a reader can restore: originals, and files of a newer version. */
async function putBack(done: readonly Damage[], apart: readonly ArticleId[]): Promise<void> {
  for (const { target, kind, articleId, path, good } of done) {
    if (target === 'original') copyFileSync(book.get(articleId)?.source ?? '', path);
    else if (kind === 'newer' && target === 'details') writeFileSync(path, good);
    else if (kind === 'newer' && target !== 'journal' && target !== 'catalogue')
      rmSync(path, { force: true });
  }
  await withApp(async (window) => {
    for (const [id, { article }] of book) {
      if (apart.includes(id)) continue;
      const { title, outlet, author, date, language, direction, address } = article;
      const named = { title, outlet, author, date, language, direction, address: address ?? null };
      const found = await ask<Article>(window, 'library/get', { articleId: id });
      if (found?.contentHash !== article.contentHash) fault('articles', `${id} did not come back`);
      if (found && found.title !== title)
        await ask(window, 'library/edit', {
          articleId: id,
          details: { ...named, collections: [], tags: ['وسم'] },
        });
    }
  });
}

function start(paths: readonly string[] = []) {
  running = startApp({ electron, folder: data, env: { ...process.env, ...display.env }, paths });
  return running;
}

/** Runs the app once without a kill. */
async function withApp(
  act: (window: Window) => unknown,
  paths: readonly string[] = [],
): Promise<void> {
  const app = start(paths);
  const window = await app.connect();
  if (!window) {
    wrong.failedStarts += 1;
    app.killAll();
    await app.ended;
    return;
  }
  await act(window);
  void window.evaluate('window.close()');
  await app.ended;
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function fault(kind: keyof typeof wrong, what: string): void {
  wrong[kind] += 1;
  say(`${kind}: ${what}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
