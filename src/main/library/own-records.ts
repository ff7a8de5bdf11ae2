import {
  type Article,
  type ArticleId,
  type ArticleSummary,
  summarize,
} from '#shared/domain/article.ts';
import { type Result, fail } from '#shared/domain/result.ts';
import type { Catalogue } from './catalogue.ts';
import type { Damage } from './damage.ts';
import type { NotShown } from './own-errors.ts';
import type { Carried } from './own-file.ts';
import { createOwnLookup } from './own-lookup.ts';
import { createReadCache } from './read-cache.ts';

/** An article as it was read, with the stored data that this version does not know. */
export interface Loaded {
  readonly article: Article;
  readonly carried: Carried | null;
}

/** What is known of the own articles in memory: their summaries, their damage, and those read last. */
export class OwnRecords {
  readonly catalogue: Catalogue;
  readonly cache = createReadCache<Loaded>();
  readonly damaged = new Map<ArticleId, Damage>();
  /** Summaries of articles that are damaged or from a newer version, which the catalogue does not contain. */
  private readonly troubled = new Map<ArticleId, ArticleSummary>();
  private readonly lookup = createOwnLookup();

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
    for (const summary of catalogue.summaries.values()) this.lookup.put(summary);
  }

  list(): readonly ArticleSummary[] {
    return [...this.catalogue.summaries.values(), ...this.troubled.values()];
  }

  find(id: ArticleId | undefined): ArticleSummary | undefined {
    return id === undefined
      ? undefined
      : (this.troubled.get(id) ?? this.catalogue.summaries.get(id));
  }

  findByOriginal(sha256: string): ArticleSummary | undefined {
    return this.find(this.lookup.byOriginal(sha256));
  }

  findByContent(contentHash: string): ArticleSummary | undefined {
    return this.find(this.lookup.byContent(contentHash));
  }

  /** Records an article that was read or written. */
  record(article: Article): void {
    this.recordSummary(summarize(article));
  }

  recordSummary(summary: ArticleSummary): void {
    const { id } = summary;
    this.damaged.delete(id);
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

  recordTroubled(summary: ArticleSummary): void {
    this.troubled.set(summary.id, summary);
  }

  /** Records why a damaged article could not be converted again. */
  leaveDamaged(id: ArticleId, reason: string): void {
    const summary = this.troubled.get(id);
    if (summary) this.recordTroubled({ ...summary, trouble: { kind: 'damaged', reason } });
  }

  /** The failure to show a damaged article, with the reason why it could not be converted again. */
  damagedError(id: ArticleId): Result<never, NotShown> {
    const reason = this.troubled.get(id)?.trouble?.reason ?? '';
    return fail({ code: 'library/damaged', params: { reason } });
  }

  /** Forgets an article; `lose` also makes this durable in the catalogue. */
  forget(id: ArticleId, how: 'drop' | 'lose' = 'drop'): void {
    this.lookup.drop(this.find(id));
    this.catalogue[how](id);
    this.troubled.delete(id);
    this.damaged.delete(id);
    this.cache.forget(id);
  }
}
