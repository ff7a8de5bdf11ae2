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
import { readContents } from '#main/backup/contents.ts';
import { openArchive } from '#main/backup/read-archive.ts';
import { prepareArticle } from '#main/exchange/exported.ts';
import { writeMarks } from '#main/exchange/write-marks.ts';
import { createLibrary } from '#main/library/library.ts';
import { openOwnArticles } from '#main/library/own-articles.ts';
import { createNodeFileSystem } from '#main/store/node-file-system.ts';
import { storePaths } from '#main/store/paths.ts';
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
    ? readFile(values.backup)
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

function readFile(path: string): Found | null {
  const archive = openArchive(readFileSync(path));
  const contents = archive.ok ? readContents(archive.value) : archive;
  if (!contents.ok) {
    process.stderr.write(`${path}: ${contents.error.code}\n`);
    return null;
  }
  const { marks, articles } = contents.value;
  const byId = new Map([...readBundled(), ...articles].map((article) => [article.id, article]));
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
