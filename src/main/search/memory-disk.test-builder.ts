import { invariant } from '#shared/domain/result.ts';
import type { SearchableArticle } from './engine.ts';
import type { OwnDisk } from './own-index.ts';

/** Keeps articles and parts of an index in memory. */
export class MemoryDisk implements OwnDisk {
  readonly mayWrite = true;
  readonly articles = new Map<SearchableArticle['id'], SearchableArticle>();
  readonly files = new Map<string, Uint8Array>();
  /** Ids of the articles that were read. */
  readonly reads: string[] = [];
  private written = 0;

  put(...articles: readonly SearchableArticle[]): void {
    for (const article of articles) this.articles.set(article.id, article);
  }

  get(id: string): SearchableArticle {
    const article = this.articles.get(id as SearchableArticle['id']);
    invariant(article !== undefined, `${id} was put`);
    return article;
  }

  readArticle(id: SearchableArticle['id']): SearchableArticle | null {
    this.reads.push(id);
    return this.articles.get(id) ?? null;
  }

  list(): string[] {
    return [...this.files.keys()].sort();
  }

  read(name: string): Uint8Array | null {
    return this.files.get(name)?.slice() ?? null;
  }

  write(bytes: Uint8Array): string {
    this.written += 1;
    const name = `part-${String(this.written).padStart(3, '0')}`;
    this.files.set(name, bytes);
    return name;
  }

  removeAllBut(names: ReadonlySet<string>): void {
    for (const name of this.list()) if (!names.has(name)) this.files.delete(name);
  }
}
