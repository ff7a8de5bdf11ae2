/**
 * Kills an import in its middle, again and again, and looks at what is left.
 *
 *   npm run -s torture:import -- [--kills 50] [--files 1000]
 *
 * After each kill every article that is there must be whole. When an import has come to its end, every file must
 * be an article once, its original unchanged, nothing half-written left, and the search index of the library
 * equal to one that is built from the files anew. Only processes started here are killed.
 */
import { spawn } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument } from '#main/import/read-document.ts';
import { toArticle } from '#main/intake/to-article.ts';
import { buildIndex } from '#main/search/build-index.ts';
import type { Article } from '#shared/domain/article.ts';
import { openLibrary } from './open-folder.ts';

/** Longest life of an import after it has begun, ms. */
const LONGEST_LIFE_MS = 600;

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, files: { type: 'string', default: '1000' } },
});
const wanted = Number(values.kills);
const count = Number(values.files);
const folder = mkdtempSync(join(tmpdir(), 'hashiya-torture-import-'));
const files = join(folder, 'files');
const counts = { kills: 0, imports: 0, articlesSeen: 0, halfArticles: 0, missing: 0, twice: 0 };
const wrong = { originals: 0, leftOverFiles: 0, indexes: 0, failedStarts: 0 };

writeFiles();
const fresh = buildIndex((await convertAll()).toSorted(byId));
while (counts.kills < wanted || counts.imports === 0) await importOnce();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${JSON.stringify({ files: count, ...counts, wrong }, null, 2)}\n`);
const faults = [counts.halfArticles, counts.missing, counts.twice, ...Object.values(wrong)];
process.exitCode = faults.some((fault) => fault > 0) ? 1 : 0;

function writeFiles(): void {
  for (let file = 0; file < count; file++) {
    const place = join(files, `${file % 10}`);
    mkdirSync(place, { recursive: true });
    const line = `هذا سطر من الخبر رقم ${file} وفيه كلام عن المدينة وسوقها. `;
    writeFileSync(join(place, `${file}.txt`), `خبر رقم ${file}\n\n${line.repeat(20)}\n`);
  }
}

/** One import to its end, killed as often as there are kills left. */
async function importOnce(): Promise<void> {
  const data = join(folder, 'data');
  rmSync(data, { recursive: true, force: true });
  while (await runAndKill(data)) {
    counts.kills += 1;
    lookAt(data);
  }
  counts.imports += 1;
  check(data);
}

/** True when the import was killed, false when it came to its end. */
function runAndKill(data: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'scripts/intake/torture-child.ts', data, files],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      if (timer || !output.includes('importing') || counts.kills >= wanted) return;
      timer = setTimeout(() => child.kill('SIGKILL'), randomInt(20, LONGEST_LIFE_MS));
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (signal === null && code !== 0) wrong.failedStarts += 1;
      resolve(signal === 'SIGKILL');
    });
  });
}

/** Opens what a kill has left: whatever is listed must be whole. */
function lookAt(data: string): void {
  const { own } = openLibrary(data, { convert: readDocument });
  for (const { id, title } of own.list()) {
    const read = own.read(id);
    counts.articlesSeen += 1;
    if (!read.ok || read.value.title !== title) counts.halfArticles += 1;
  }
  counts.halfArticles += own.damaged();
  own.close();
}

function check(data: string): void {
  const { own } = openLibrary(data, { convert: readDocument });
  const articles = own.list().flatMap(({ id }) => {
    const read = own.read(id);
    if (!read.ok) counts.halfArticles += 1;
    return read.ok ? [read.value] : [];
  });
  own.close();
  const names = new Set(articles.map((article) => article.own?.original.name));
  counts.missing += count - names.size;
  counts.twice += articles.length - names.size;
  for (const { own: from } of articles) {
    const path = join(data, 'library', 'originals', from?.original.sha256 ?? '');
    if (!existsSync(path) || hash(readFileSync(path)) !== from?.original.sha256)
      wrong.originals += 1;
  }
  const next = join(data, 'library', 'next');
  wrong.leftOverFiles += existsSync(next) ? readdirSync(next).length : 0;
  if (buildIndex(articles.toSorted(byId)) !== fresh) wrong.indexes += 1;
}

async function convertAll(): Promise<Article[]> {
  const articles: Article[] = [];
  for (const path of readdirSync(files, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.txt')) continue;
    const bytes = readFileSync(join(files, path));
    const document = await readDocument(bytes, path);
    if (!document.ok) throw new Error(document.error.code);
    const sha256 = hash(bytes);
    const original = { sha256, name: path, path, sizeBytes: bytes.length };
    // Hash digits fit the pattern of the brand.
    const id = `own-${sha256.slice(0, 20)}` as Article['id'];
    articles.push(toArticle(document.value, { id, original, addedAt: new Date() }));
  }
  return articles;
}

function byId(a: Article, b: Article): number {
  return a.id < b.id ? -1 : 1;
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
