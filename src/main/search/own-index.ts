import type { ArticleId } from '#shared/domain/article.ts';
import type { Coverage } from '#shared/domain/search-result.ts';
import type { IndexPart, SearchEngine, SearchableArticle } from './engine.ts';
import { stampOf } from './indexed-article.ts';

/** The reader's own articles as the library lists them; their texts are on the disk. */
export interface OwnSource {
  /** An absolute path. */
  readonly dataFolder: string;
  /** False while another process may be writing in the folder. */
  readonly mayWrite: boolean;
  readonly articles: readonly Pick<
    SearchableArticle,
    'id' | 'contentHash' | 'title' | 'convertedBy'
  >[];
  /** Articles whose texts the library already knows to be unreadable; each answer counts them as missing. */
  readonly troubled: readonly ArticleId[];
}

/** The search's access to the disk: the texts, and the stored parts of the index. None of these methods throws. */
export interface OwnDisk {
  readonly mayWrite: boolean;
  /** Returns `null` when the article cannot be read now. */
  readArticle(id: ArticleId): SearchableArticle | null;
  /** Returns the names of the stored parts, oldest first. */
  list(): readonly string[];
  read(name: string): Uint8Array | null;
  /** Writes a part durably and atomically. @returns its name, or `null` when the disk refuses */
  write(bytes: Uint8Array): string | null;
  /** Removes everything in the folder except these parts. */
  removeAllBut(names: ReadonlySet<string>): void;
}

/** Longest time slice for reading texts, in ms; a query waits no longer than this. */
const MAX_SLICE_MS = 25;

/**
 * Keeps the reader's own articles in the engine, and its parts on the disk.
 *
 * The list of the library decides which articles exist. Of a stored part, only the articles are used whose title and
 * text equal those of the list; whatever is in no part is read from its article. The parts are therefore only a
 * cache, and may be old, damaged or missing.
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

  /** @param onUnreadable called once for each article that no answer will contain */
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
    for (const id of troubled) this.reportUnreadable(id);
    // The newest part is loaded first, because an open part that was written again contains more than its predecessor.
    this.toLoad = disk.list().toReversed();
  }

  /** Does one slice of the work that a start needs. @returns whether more is left */
  step(): boolean {
    const name = this.toLoad.shift();
    if (name !== undefined) this.load(name);
    else if (this.wanted.size > 0) this.readMissing();
    return this.toLoad.length > 0 || this.wanted.size > 0;
  }

  /** How many of all articles a query searches now. */
  coverage(): Coverage {
    return {
      searched: this.engine.articleCount,
      waiting: this.wanted.size,
      unreadable: this.unreadable.size,
    };
  }

  /** Reads one pending article at once, because a reader who has it open must not be told that a word is missing. */
  readNow(id: ArticleId): void {
    if (this.wanted.has(id)) this.engine.add(this.read(id));
  }

  add(articles: readonly SearchableArticle[]): void {
    for (const { id } of articles) this.forget(id);
    this.engine.add(articles);
  }

  /** Reads the file of an article again, and replaces a known article by its present content. */
  reread(id: ArticleId): void {
    this.forget(id);
    const article = this.disk.readArticle(id);
    if (article) return this.engine.add([article]);
    this.engine.remove([id]);
    this.reportUnreadable(id);
  }

  remove(ids: readonly ArticleId[]): void {
    for (const id of ids) this.forget(id);
    this.engine.remove(ids);
  }

  private forget(id: ArticleId): void {
    this.wanted.delete(id);
    this.unreadable.delete(id);
  }

  /** Stores the sealed parts that are not stored yet. */
  saveSealed(): void {
    if (!this.disk.mayWrite) return;
    for (const part of this.engine.sealed()) this.save(part);
  }

  /**
   * Merges small parts, stores all parts and removes those no longer used. It takes time, so it should run when the
   * worker is idle.
   */
  saveAll(): void {
    if (!this.disk.mayWrite || this.toLoad.length > 0) return;
    this.engine.tidy();
    const parts = this.engine.parts();
    const names = parts.map((part) => this.save(part));
    for (const part of this.stored.keys()) if (!parts.includes(part)) this.stored.delete(part);
    // When the disk is full, the old parts are still better than none.
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
      if (performance.now() - startedMs > MAX_SLICE_MS) break;
    }
    if (read.length > 0) this.engine.add(read);
    this.saveSealed();
  }

  /** Reads a pending article; returns an empty list when it cannot be read. */
  private read(id: ArticleId): SearchableArticle[] {
    this.wanted.delete(id);
    const article = this.disk.readArticle(id);
    if (!article) this.reportUnreadable(id);
    return article ? [article] : [];
  }

  private reportUnreadable(id: ArticleId): void {
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
