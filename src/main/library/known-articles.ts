import {
  type Article,
  type ArticleId,
  type ArticleSummary,
  summarize,
} from '#shared/domain/article.ts';
import type { Catalogue } from './catalogue.ts';
import type { Damage } from './damage.ts';
import type { Carried } from './own-file.ts';
import { createOwnLookup } from './own-lookup.ts';
import { createReadCache } from './read-cache.ts';

/** An article that was read from its file. */
export interface Loaded {
  readonly article: Article;
  readonly carried: Carried | null;
}

/** What this process knows of the own articles without asking the disk. */
export class KnownArticles {
  readonly catalogue: Catalogue;
  readonly cache = createReadCache<Loaded>();
  readonly damages = new Map<ArticleId, Damage>();
  /** Summaries of articles that are damaged or from a newer version, which the catalogue does not contain. */
  private readonly troubled = new Map<ArticleId, ArticleSummary>();
  private readonly lookup = createOwnLookup();

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
    for (const summary of catalogue.summaries.values()) this.lookup.put(summary);
  }

  list(): ArticleSummary[] {
    return [...this.catalogue.summaries.values(), ...this.troubled.values()];
  }

  find(id: ArticleId | undefined): ArticleSummary | undefined {
    if (id === undefined) return undefined;
    return this.troubled.get(id) ?? this.catalogue.summaries.get(id);
  }

  findByOriginal(sha256: string): ArticleSummary | undefined {
    return this.find(this.lookup.byOriginal(sha256));
  }

  findByContent(contentHash: string): ArticleSummary | undefined {
    return this.find(this.lookup.byContent(contentHash));
  }

  record(article: Article): void {
    this.recordSummary(summarize(article));
  }

  recordSummary(summary: ArticleSummary): void {
    const { id } = summary;
    this.damages.delete(id);
    if (summary.trouble) {
      this.forget(id);
      this.recordTroubled(summary);
      this.lookup.put(summary);
      return;
    }
    this.lookup.drop(this.troubled.get(id));
    this.troubled.delete(id);
    const known = this.catalogue.summaries.get(id);
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(summary)) return;
    this.lookup.drop(known);
    this.catalogue.put(summary);
    this.lookup.put(summary);
  }

  /** Records the summary of an article that cannot be read; it is not found by its original or its text. */
  recordTroubled(summary: ArticleSummary): void {
    this.troubled.set(summary.id, summary);
  }

  /** Records why a damaged article cannot be shown. */
  recordReason(id: ArticleId, reason: string): void {
    const summary = this.troubled.get(id);
    if (summary) this.recordTroubled({ ...summary, trouble: { kind: 'damaged', reason } });
  }

  /** Returns the recorded reason, which is empty while the article is being converted again. */
  reasonOf(id: ArticleId): string {
    return this.troubled.get(id)?.trouble?.reason ?? '';
  }

  /** Forgets an article. @param how `lose`: durably, because the file turned out to be damaged */
  forget(id: ArticleId, how: 'drop' | 'lose' = 'drop'): void {
    this.lookup.drop(this.find(id));
    this.catalogue[how](id);
    this.troubled.delete(id);
    this.damages.delete(id);
    this.cache.forget(id);
  }
}
