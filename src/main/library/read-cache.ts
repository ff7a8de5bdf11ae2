import type { ArticleId } from '#shared/domain/article.ts';

/** Articles that are kept in memory after they were read: the one that is open, and those before it. */
const KEPT = 8;

/** The articles that were read last: every mark asks for its article's text. */
export interface ReadCache<Loaded> {
  get(id: ArticleId): Loaded | undefined;
  keep(id: ArticleId, loaded: Loaded): void;
  forget(id: ArticleId): void;
}

export function createReadCache<Loaded>(): ReadCache<Loaded> {
  const kept = new Map<ArticleId, Loaded>();
  return {
    get(id) {
      const loaded = kept.get(id);
      if (!loaded) return undefined;
      kept.delete(id);
      kept.set(id, loaded);
      return loaded;
    },
    keep(id, loaded) {
      kept.delete(id);
      kept.set(id, loaded);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    },
    forget: (id) => void kept.delete(id),
  };
}
