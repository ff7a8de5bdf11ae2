import type { ArticleId } from '#shared/domain/article.ts';

/** How many articles stay in memory after they were read. */
const KEPT = 8;

/** The most recently read articles. They are cached because every mark needs the text of its article. */
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
