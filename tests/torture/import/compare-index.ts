import { readFileSync } from 'node:fs';
import { readBundle } from '#main/library/bundled.ts';
import { decodeOwn } from '#main/library/own-file.ts';
import { searchedOf } from '#main/search/searched-own.ts';
import { openEngine } from '#main/search/build-index.ts';
import { createOwnDisk } from '#main/search/own-disk.ts';
import { OwnIndex } from '#main/search/own-index.ts';
import { createNodeFileSystem } from '#main/disk/node-file-system.ts';
import type { Article } from '#shared/domain/article.ts';
import type { SearchHit, SearchResult } from '#shared/domain/search-result.ts';

/** How many of the best hits must be the same. */
const TOP = 10;
/**
 * How far the scores of one article may differ between two ways of splitting a library, because Lunr rounds every weight
 * to three decimals by the frequencies of each part. Articles with all words score 15 or more.
 */
const TOLERANCE = 0.02;

/** Compares the search in the stored index segments with one that is built again. */
export interface ComparedIndex {
  /** Articles that no stored segment contains. */
  readonly notStored: number;
  /** Queries with different best hits or scores. */
  readonly otherHits: number;
  /** Words that are in a different number of articles. */
  readonly otherFrequencies: number;
}

/** Opens the stored index as the search worker does, and asks it and a new one the same queries. */
export function compareIndex(
  dataFolder: string,
  articles: readonly Article[],
  asked: { readonly queries: readonly string[]; readonly words: readonly string[] },
): ComparedIndex {
  const stored = openSearch(dataFolder, articles, 'stored');
  const fresh = openSearch(dataFolder, articles, 'fresh');
  const differs = (text: string, isSame: (a: SearchResult, b: SearchResult) => boolean): boolean =>
    !isSame(stored.ask(text), fresh.ask(text));
  return {
    notStored: stored.readArticles,
    otherHits: asked.queries.filter((text) => differs(text, isSameRanking)).length,
    otherFrequencies: asked.words.filter((text) => differs(text, isSameFrequency)).length,
  };
}

/** Returns how many of the articles no stored segment contains. */
export const countNotStored = (dataFolder: string, articles: readonly Article[]): number =>
  openSearch(dataFolder, articles, 'stored').readArticles;

function openSearch(
  dataFolder: string,
  articles: readonly Article[],
  from: 'stored' | 'fresh',
): { readArticles: number; ask(text: string): SearchResult } {
  const { engine } = openEngine(
    readBundle('out/library/articles.json'),
    readFileSync('out/library/index.bin'),
  );
  const disk = createOwnDisk(createNodeFileSystem(), { dataFolder, mayWrite: false }, decodeOwn);
  let readArticles = 0;
  const own = new OwnIndex(
    engine,
    {
      ...disk,
      list: () => (from === 'stored' ? disk.list() : []),
      readArticle(id) {
        readArticles += 1;
        return disk.readArticle(id);
      },
    },
    searchedOf(articles),
    () => {},
  );
  while (own.step());
  return { readArticles, ask: (text) => engine.query({ text, matching: 'close', typing: false }) };
}

function isSameRanking(a: SearchResult, b: SearchResult): boolean {
  return a.total === b.total && a.hits.length === b.hits.length && isTop(a, b) && isTop(b, a);
}

/** Equal scores have no order, so a hit is searched among all. */
function isTop(a: SearchResult, b: SearchResult): boolean {
  const others = new Map(b.hits.map((hit) => [hit.articleId, hit]));
  return a.hits.slice(0, TOP).every((hit, at) => {
    const other = others.get(hit.articleId);
    return isSameScore(hit, b.hits[at]) && isSameScore(hit, other);
  });
}

function isSameScore(a: SearchHit, b: SearchHit | undefined): boolean {
  if (b === undefined || a.complete !== b.complete) return false;
  return Math.abs(a.score - b.score) <= TOLERANCE;
}

function isSameFrequency(a: SearchResult, b: SearchResult): boolean {
  return a.total === b.total && JSON.stringify(a.words) === JSON.stringify(b.words);
}
