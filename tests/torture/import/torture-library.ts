import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeOwn } from '#main/library/own-file.ts';
import { ownPaths } from '#main/library/own-paths.ts';
import { OWN_ID } from '#shared/domain/limits.ts';
import type { Article } from '#shared/domain/article.ts';
import type { TortureFile } from '../../material/torture-files.ts';

/** Counts of what is wrong in a library. */
export interface Faults {
  /** Articles that are cut, changed or invalid. */
  halfArticles: number;
  /** Originals that are missing or have other bytes. */
  originals: number;
  /** Readable files that became no article, or unreadable ones that did. */
  missing: number;
  /** Files that became more than one article. */
  twice: number;
  /** Unfinished files, and originals without an article. */
  leftOverFiles: number;
}

/** Reads the own articles from the disk, without the app. */
export function readOwnArticles(dataFolder: string): { articles: Article[]; halfArticles: number } {
  const { library } = ownPaths(dataFolder);
  const articles: Article[] = [];
  let halfArticles = 0;
  for (const name of list(library).filter((each) => OWN_ID.test(each))) {
    const path = join(library, name, 'article.json');
    const decoded = existsSync(path) ? decodeOwn(readFileSync(path)) : null;
    if (decoded?.kind === 'article' && decoded.article.id === name) articles.push(decoded.article);
    else halfArticles += 1;
  }
  return { articles, halfArticles };
}

/** Checks what must hold at every moment, even after a kill: each article is complete, and its original unchanged. */
export function lookAt(dataFolder: string): Pick<Faults, 'halfArticles' | 'originals'> {
  const { articles, halfArticles } = readOwnArticles(dataFolder);
  const originals = articles.filter(({ own }) => !isKept(dataFolder, own?.original.sha256 ?? ''));
  return { halfArticles, originals: originals.length };
}

/** Checks what must hold after an import has finished. */
export function check(dataFolder: string, files: readonly TortureFile[]): Faults {
  const { articles } = readOwnArticles(dataFolder);
  const paths = ownPaths(dataFolder);
  const made = new Map<string, number>();
  for (const { own } of articles) {
    const key = `${own?.original.path} ${own?.original.sha256}`;
    made.set(key, (made.get(key) ?? 0) + 1);
  }
  const times = files.map(({ path, sha256 }) => made.get(`${path} ${sha256}`) ?? 0);
  const isWrong = files.filter(({ refusal }, at) => (refusal === null) !== (times[at] ?? 0) > 0);
  const wanted = files.filter(({ refusal }) => refusal === null);
  const used = new Set(wanted.map(({ sha256 }) => sha256));
  const left = [
    ...list(paths.next),
    ...list(paths.index).filter((name) => !/^segment-\d+\.bin$/.test(name)),
    ...list(paths.originals).filter((name) => !used.has(name)),
    ...list(paths.quarantine),
  ];
  return {
    ...lookAt(dataFolder),
    missing: isWrong.length,
    twice: articles.length - new Set(made.keys()).size,
    leftOverFiles: left.length,
  };
}

export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

function isKept(dataFolder: string, sha256: string): boolean {
  const path = join(ownPaths(dataFolder).originals, sha256);
  return existsSync(path) && hashOf(readFileSync(path)) === sha256;
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
