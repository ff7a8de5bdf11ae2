import type { ArticleId } from '#shared/domain/article.ts';
import type { Coverage } from '#shared/domain/search-result.ts';
import type { IndexPart, SearchEngine, SearchableArticle } from './engine.ts';
import { stampOf } from './indexed-article.ts';

/** The reader's own articles as the library lists them; their texts are on the disk. */
export interface OwnSource {
  /** Absolute path. */
  readonly dataFolder: string;
  /** False while another process may be writing in the folder. */
  readonly mayWrite: boolean;
  readonly articles: readonly Pick<SearchableArticle, 'id' | 'contentHash' | 'title'>[];
  /** Those of which the library knows already that their texts cannot be read: an answer says that they are missing. */
  readonly troubled: readonly ArticleId[];
}

/** What the search has on the disk: the texts, and the stored parts of the index. Nothing here throws. */
export interface OwnDisk {
  readonly mayWrite: boolean;
  /** `null` when it cannot be read now. */
  readArticle(id: ArticleId): SearchableArticle | null;
  /** Names of the stored parts, oldest first. */
  list(): readonly string[];
  read(name: string): Uint8Array | null;
  /** Durable and under its name at once. @returns the name, or `null` when the disk refuses */
  write(bytes: Uint8Array): string | null;
  /** Removes everything in the folder but these parts. */
  removeAllBut(names: ReadonlySet<string>): void;
}

/** Longest turn in which texts are read, ms: a query waits no longer. */
const TURN_MS = 25;

/**
 * The reader's own articles in the engine, with its parts kept on the disk.
 *
 * The list of the library decides what is there: of a stored part only the articles are taken whose title and text
 * are those of the list, and whatever no part has is read from its article. So the parts are a cache: they may be
 * old, damaged or missing.
 */
export class OwnIndex<Part extends IndexPart> {
  private readonly engine: SearchEngine<Part>;
  private readonly disk: OwnDisk;
  /** Stamps of the listed articles that the engine does not have yet. */
  private readonly wanted: Map<ArticleId, string>;
  private readonly stored = new Map<Part, string>();
  private readonly unreadable = new Set<ArticleId>();
  private readonly onUnreadable: (id: ArticleId) => void;
  private toLoad: string[];

  /** @param onUnreadable  told of each article that no answer will have, once */
  constructor(
    engine: SearchEngine<Part>,
    disk: OwnDisk,
    { articles, troubled }: Pick<OwnSource, 'articles' | 'troubled'>,
    onUnreadable: (id: ArticleId) => void,
  ) {
    this.engine = engine;
    this.disk = disk;
    this.onUnreadable = onUnreadable;
    this.wanted = new Map(articles.map((article) => [article.id, stampOf(article)]));
    for (const id of troubled) this.leaveOut(id);
    // The newest first: a tip that was written again holds more than the one before.
    this.toLoad = disk.list().toReversed();
  }

  /** Does a turn of the work that a start needs. @returns whether there is more */
  step(): boolean {
    const name = this.toLoad.shift();
    if (name !== undefined) this.load(name);
    else if (this.wanted.size > 0) this.readMissing();
    return this.toLoad.length > 0 || this.wanted.size > 0;
  }

  /** What a query knows now, of all articles. */
  coverage(): Coverage {
    return {
      searched: this.engine.articleCount,
      waiting: this.wanted.size,
      unreadable: this.unreadable.size,
    };
  }

  /** Reads one article before its turn, if it waits: who has it open must not be told that a word is not there. */
  bring(id: ArticleId): void {
    if (this.wanted.has(id)) this.engine.add(this.read(id));
  }

  add(articles: readonly SearchableArticle[]): void {
    for (const { id } of articles) this.forget(id);
    this.engine.add(articles);
  }

  remove(ids: readonly ArticleId[]): void {
    for (const id of ids) this.forget(id);
    this.engine.remove(ids);
  }

  private forget(id: ArticleId): void {
    this.wanted.delete(id);
    this.unreadable.delete(id);
  }

  /** Stores the sealed parts that are not stored. */
  saveSealed(): void {
    if (!this.disk.mayWrite) return;
    for (const part of this.engine.sealed()) this.save(part);
  }

  /** Tidies and stores all parts, and removes those that are no longer used. For when nothing else is to be done. */
  saveAll(): void {
    if (!this.disk.mayWrite || this.toLoad.length > 0) return;
    this.engine.tidy();
    const parts = this.engine.parts();
    const names = parts.map((part) => this.save(part));
    for (const part of this.stored.keys()) if (!parts.includes(part)) this.stored.delete(part);
    // On a full disk the old ones are still better than none.
    if (names.every((name) => name !== null)) this.disk.removeAllBut(new Set(names));
  }

  private load(name: string): void {
    const bytes = this.disk.read(name);
    if (bytes === null) return;
    const loaded = this.engine.loadPart(bytes, (id, stamp) => this.wanted.get(id) === stamp);
    if (!loaded.ok) return;
    for (const id of loaded.value.ids) this.wanted.delete(id);
    if (loaded.value.part) this.stored.set(loaded.value.part, name);
  }

  private readMissing(): void {
    const startedMs = performance.now();
    const read: SearchableArticle[] = [];
    for (const id of this.wanted.keys()) {
      read.push(...this.read(id));
      if (performance.now() - startedMs > TURN_MS) break;
    }
    if (read.length > 0) this.engine.add(read);
    this.saveSealed();
  }

  /** An article that waits; none when it cannot be read. */
  private read(id: ArticleId): SearchableArticle[] {
    this.wanted.delete(id);
    const article = this.disk.readArticle(id);
    if (!article) this.leaveOut(id);
    return article ? [article] : [];
  }

  private leaveOut(id: ArticleId): void {
    this.unreadable.add(id);
    this.onUnreadable(id);
  }

  private save(part: Part): string | null {
    const known = this.stored.get(part);
    if (known !== undefined) return known;
    const name = this.disk.write(this.engine.encodePart(part));
    if (name !== null) this.stored.set(part, name);
    return name;
  }
}
