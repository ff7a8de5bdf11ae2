import { invariant } from '#shared/domain/result.ts';
import type { SearchEngine, SearchableArticle } from './engine.ts';
import { readArticle } from './indexed-article.ts';
import { createSearchEngine } from './lunr-engine.ts';
import { encodeSegment } from './segment-file.ts';
import { Segment, averageLengths } from './segment.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * Builds the index of the bundled articles as one segment. The library build uses it, and so does the worker when the
 * shipped index is missing or damaged, or was made from other articles or by another analyzer.
 */
export function buildIndex(articles: readonly SearchableArticle[]): Uint8Array {
  const vocabulary = new Vocabulary();
  const read = articles.map((article) => readArticle(article, vocabulary));
  const average = averageLengths(read, vocabulary);
  const { index } = Segment.build(read, vocabulary, average);
  return encodeSegment({ average, articles: read, index }, vocabulary);
}

export interface OpenedEngine {
  readonly engine: SearchEngine<Segment>;
  readonly built: 'shipped' | 'rebuilt';
}

/** Opens an engine with the shipped index, or builds the index when that is missing, stale or damaged. */
export function openEngine(
  articles: readonly SearchableArticle[],
  shipped: Uint8Array | null,
): OpenedEngine {
  const engine = createSearchEngine();
  if (shipped !== null && engine.loadShipped(shipped, articles).ok)
    return { engine, built: 'shipped' };
  const rebuilt = createSearchEngine();
  const loaded = rebuilt.loadShipped(buildIndex(articles), articles);
  invariant(loaded.ok, 'an index is read by the engine that built it');
  return { engine: rebuilt, built: 'rebuilt' };
}
