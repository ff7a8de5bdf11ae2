import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeFileSystem } from '../../src/main/disk/node-file-system.ts';
import { openMarksStore } from '../../src/main/store/open-store.ts';
import { readProcessTable } from '../../src/main/store/process-table.ts';
import {
  carelessWriter,
  createInlineCompactor,
  putAnnotation,
} from '../../src/main/store/testing/in-memory-store.ts';
import { ownArticle, putOwnArticles } from './own-library.ts';

/** Two articles with marks, in a data folder that no app has open. */
export interface MarkedLibrary {
  readonly ids: readonly [string, string];
  readonly titles: readonly [string, string];
}

/** Creates two articles with marks: one has a mark in its file and one in the journal, the other one in its file. */
export async function putMarkedLibrary(folder: string): Promise<MarkedLibrary> {
  const articles = [ownArticle('خبر القمح'), ownArticle('خبر الزيت')] as const;
  await putOwnArticles(folder, articles);
  const [first, second] = articles;
  const fs = createNodeFileSystem();
  const now = () => new Date();
  const compactor = createInlineCompactor(fs, carelessWriter(fs), now);
  const store = openMarksStore({ folder, fs, compactor, processes: readProcessTable(), now });
  store.change(first.id, [putAnnotation(first.id, 1)]);
  store.change(second.id, [putAnnotation(second.id, 2)]);
  await store.compact();
  store.change(first.id, [putAnnotation(first.id, 3)]);
  await store.close();
  return { ids: [first.id, second.id], titles: [first.title, second.title] };
}

/** Matches files with the reader's data, but not the window's bounds or files of the browser. */
const OWN = /^(library|marks|journal|history|quarantine|backups|settings|store|drafts)/;

/** Returns the bytes of every file of the app in a data folder, by name. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => OWN.test(name))
    .filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name)).toString('latin1')]),
  );
}
