import { invariant } from '#shared/domain/result.ts';
import type { SearchEngine, SearchableArticle } from './engine.ts';
import { createSearchEngine } from './lunr-engine.ts';
import type { Segment } from './segment.ts';

/** Builds the index of a library as text. Used when the library is built, and by the worker when it is missing. */
export function buildIndex(articles: readonly SearchableArticle[]): string {
  const engine = createSearchEngine();
  engine.add(articles);
  return engine.exportIndex();
}

export interface OpenedEngine {
  readonly engine: SearchEngine<Segment>;
  readonly built: 'shipped' | 'rebuilt';
}

/** Opens an engine over a library with its prebuilt index, or builds it when that is missing, stale or damaged. */
export function openEngine(
  articles: readonly SearchableArticle[],
  prebuiltIndex: string | null,
): OpenedEngine {
  const engine = createSearchEngine();
  if (prebuiltIndex !== null && engine.importIndex(prebuiltIndex, articles).ok) {
    return { engine, built: 'shipped' };
  }
  const rebuilt = createSearchEngine();
  const imported = rebuilt.importIndex(buildIndex(articles), articles);
  invariant(imported.ok, 'an index is read by the engine that built it');
  return { engine: rebuilt, built: 'rebuilt' };
}
