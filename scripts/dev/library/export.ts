/**
 * Writes the marks of a data folder, or of a backup, without the app and without changing anything.
 *
 *   npm run -s export -- --data FOLDER --format markdown|html|csv|json-ld [--article ID] [--only-notes] > FILE
 *   npm run -s export -- --backup FILE.hashiya --format …
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import { exportFormatSchema } from '#shared/domain/exchange.ts';
import { throughWindow } from '#main/backup/copy-file.ts';
import { openArchive } from '#main/backup/read-archive.ts';
import { type CopyVisitor, readCopy } from '#main/backup/read-copy.ts';
import { prepareArticle } from '#main/marks-exchange/exported.ts';
import { writeMarks } from '#main/marks-exchange/write-marks.ts';
import { createLibrary } from '#main/library/library.ts';
import { openOwnArticles } from '#main/library/own-articles.ts';
import { toMarks } from '#main/store/article-state.ts';
import { createNodeFileSystem } from '#main/store/node-file-system.ts';
import { storePaths } from '#main/store/paths.ts';
import { openRegularFile } from '#main/store/regular-file.ts';
import { readMarks } from '#main/store/restore.ts';
import { readArguments } from '../read-arguments.ts';
import { parseArticle } from '#main/library/parse-article.ts';

const USAGE =
  'usage: npm run -s export -- --data FOLDER|--backup FILE --format markdown|html|csv|json-ld [--article ID] [--only-notes]';
const HELP = `${USAGE}

Writes the highlights and notes of a data folder, or of a backup, to the standard output. Changes nothing.

  --data FOLDER   the app's data folder
  --backup FILE   a file .hashiya
  --format NAME   markdown, html, csv or json-ld
  --article ID    one article only
  --only-notes    highlights with a note only
`;

/** What an export does not need. */
const NOTHING_ELSE: CopyVisitor = {
  marks: () => undefined,
  newerMarks: () => undefined,
  article: () => undefined,
  adopted: () => undefined,
  leftOut: () => undefined,
  settings: () => undefined,
  original: () => ({ take: () => undefined, end: () => undefined }),
};

interface Found {
  readonly marks: ReadonlyMap<ArticleId, ArticleMarks>;
  readonly articleOf: (id: ArticleId) => Article | null;
}

const { values } = readArguments(
  {
    data: { type: 'string' },
    backup: { type: 'string' },
    format: { type: 'string' },
    article: { type: 'string' },
    'only-notes': { type: 'boolean', default: false },
  },
  { usage: USAGE, help: HELP },
);
const format = v.safeParse(exportFormatSchema, values.format);
const found = values.data
  ? readFolder(values.data)
  : values.backup
    ? await readFile(values.backup)
    : null;
if (!format.success || !found) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const articles = [...found.marks]
  .filter(([id, { annotations }]) =>
    values.article === undefined ? annotations.length > 0 : id === values.article,
  )
  .map(([id, { annotations }]) => prepareArticle(id, found.articleOf(id), annotations));
const options = { onlyNotes: values['only-notes'], citations: true, now: new Date() };
process.stdout.write(writeMarks(format.output, articles, { ...options, newId: randomUUID }));

function readFolder(folder: string): Found {
  const dataFolder = resolve(folder);
  const fs = createNodeFileSystem();
  const now = () => new Date();
  const own = openOwnArticles({ dataFolder, fs, now, isWriter: false });
  const library = createLibrary(readBundled(), own);
  const articleOf = (id: ArticleId) => {
    const read = library.get(id);
    return read.ok ? read.value : null;
  };
  return { marks: readMarks(fs, storePaths(dataFolder)), articleOf };
}

async function readFile(path: string): Promise<Found | null> {
  const marks = new Map<ArticleId, ArticleMarks>();
  const byId = new Map(readBundled().map((article) => [article.id, article]));
  const file = openRegularFile(path);
  if (!file.ok) {
    process.stderr.write(`${path}: ${file.error.code}\n`);
    return null;
  }
  try {
    await readCopy(await openArchive(throughWindow(file.value)), {
      ...NOTHING_ELSE,
      marks: (id, state) => void marks.set(id, toMarks(state)),
      article: (article) => void byId.set(article.id, article),
    });
  } catch (error) {
    process.stderr.write(`${path}: ${error instanceof Error ? error.message : 'damaged'}\n`);
    return null;
  }
  return { marks, articleOf: (id) => byId.get(id) ?? null };
}

/** The texts of this checkout; the app's own may be of another version, and places are found again. */
function readBundled(): readonly Article[] {
  const folder = 'resources/articles';
  return readdirSync(folder).flatMap((file) => {
    const parsed = parseArticle(file, readFileSync(join(folder, file), 'utf8'));
    return parsed.ok ? [parsed.value] : [];
  });
}
