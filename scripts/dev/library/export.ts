/** Writes the marks of a data folder or a backup, without the app and without changing anything. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
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
import { toMarks } from '#main/store/marks-state.ts';
import { createNodeFileSystem } from '#main/disk/node-file-system.ts';
import { storePaths } from '#main/store/paths.ts';
import { openRegularFile } from '#main/disk/regular-file.ts';
import { readMarks } from '#main/store/restore.ts';
import { readOptions } from '../options.mjs';
import { readBundledArticles } from './read-folder.ts';

/** The parts of a copy that an export does not need. */
const NOTHING_ELSE: CopyVisitor = {
  marks: () => undefined,
  newerMarks: () => undefined,
  article: () => undefined,
  adopted: () => undefined,
  leftOut: () => undefined,
  settings: () => undefined,
  original: () => ({ take: () => undefined, end: () => undefined }),
  asset: () => ({ take: () => undefined, end: () => undefined }),
};

interface Found {
  readonly marks: ReadonlyMap<ArticleId, ArticleMarks>;
  readonly articleOf: (id: ArticleId) => Article | null;
}

const { values } = readOptions('export', {
  data: { type: 'string', help: "the app's data folder" },
  backup: { type: 'string', help: 'a file .hashiya in its place' },
  format: { type: 'string', help: 'markdown, html, csv or json-ld' },
  article: { type: 'string', help: 'the id of one article' },
  'only-notes': { type: 'boolean', default: false, help: 'only highlights with a note' },
  text: { type: 'boolean', default: false, help: 'with the whole texts, in Markdown' },
});
const format = v.safeParse(exportFormatSchema, values.format);
const found = values.data
  ? readFolder(values.data)
  : values.backup
    ? await readFile(values.backup)
    : null;
if (!format.success || !found) {
  process.stderr.write('export needs --format, and --data FOLDER or --backup FILE\n');
  process.exit(2);
}
const articles = [...found.marks]
  .filter(([id, { annotations }]) =>
    values.article === undefined ? annotations.length > 0 : id === values.article,
  )
  .map(([id, { annotations }]) => prepareArticle(id, found.articleOf(id), annotations));
const options = {
  onlyNotes: values['only-notes'],
  citations: true,
  text: values.text,
  now: new Date(),
};
process.stdout.write(writeMarks(format.output, articles, { ...options, newId: randomUUID }));

function readFolder(folder: string): Found {
  const dataFolder = resolve(folder);
  const fs = createNodeFileSystem();
  const now = () => new Date();
  const own = openOwnArticles({ dataFolder, fs, now, readOnly: 'other' });
  const library = createLibrary(
    readBundledArticles().map(({ article }) => article),
    own,
  );
  const articleOf = (id: ArticleId) => {
    const read = library.get(id);
    return read.ok ? read.value : null;
  };
  return { marks: readMarks(fs, storePaths(dataFolder)), articleOf };
}

async function readFile(path: string): Promise<Found | null> {
  const marks = new Map<ArticleId, ArticleMarks>();
  const byId = new Map(readBundledArticles().map(({ article }) => [article.id, article]));
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
