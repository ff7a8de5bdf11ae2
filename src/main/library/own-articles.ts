import { join } from 'node:path';
import {
  type Article,
  type ArticleId,
  type ArticleSummary,
  summarize,
} from '#shared/domain/article.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import {
  type FileSystem,
  type RefusalReason,
  refusalReason,
  writeSafely,
} from '../store/file-system.ts';
import { type Bin, createBin } from './bin.ts';
import { openCatalogue } from './catalogue.ts';
import { decodeOwn, encodeOwn, encodeOwnInTurns } from './own-file.ts';
import { OWN_ID, articleFolder, articlePath, ownPaths } from './own-paths.ts';
import { createReadCache } from './read-cache.ts';
import { setAside } from './set-aside.ts';
import { writeInTurns } from './write-in-turns.ts';

export type OwnArticleError =
  { readonly code: 'library/not-found' } | { readonly code: 'library/damaged' } | NotSaved;

/** The change is not on the disk; what stood before still does. */
export interface NotSaved extends Coded {
  readonly code: 'library/not-saved';
  readonly params: { readonly reason: RefusalReason };
}

/** The articles that the reader brought, each in a folder of its own. */
export interface OwnArticles {
  /** False while another process may be writing in the folder, or the folder refuses. */
  readonly isWriter: boolean;
  /** Without texts, in no order. */
  list(): readonly ArticleSummary[];
  summary(id: ArticleId): ArticleSummary | undefined;
  /** Reads one article; damaged bytes are put aside, and the article leaves the list. */
  read(id: ArticleId): Result<Article, OwnArticleError>;
  /** The article that was made from a file with this SHA-256, in its present or a former version. */
  findByOriginal(sha256: string): ArticleSummary | undefined;
  /** The article whose canonical text has this hash. */
  findByContent(contentHash: string): ArticleSummary | undefined;
  /**
   * Puts an article into the library: whole and durable, or not at all. Each wait for the disk is a turn of its own,
   * so that nothing else stands still while hundreds come in.
   */
  add(article: Article): Promise<Result<null, NotSaved>>;
  /** Replaces a known article: another text, or other details. */
  replace(article: Article): Result<null, OwnArticleError>;
  /** Moves an article to the bin. */
  remove(id: ArticleId): Result<null, OwnArticleError>;
  /** Brings an article back from the bin. */
  restore(id: ArticleId): Result<null, OwnArticleError>;
  /** How many damaged articles were put aside since the start. */
  damaged(): number;
  /** Merges the catalogue; for when nothing else is to be done. */
  tidy(): void;
  close(): void;
}

interface Options {
  readonly dataFolder: string;
  readonly fs: FileSystem;
  readonly now: () => Date;
  /** False while another process may be writing in the folder, or the folder refuses. */
  readonly isWriter: boolean;
}

/** Opens the reader's own articles. Never throws: what cannot be read is put aside. */
export function openOwnArticles({ dataFolder, fs, now, isWriter }: Options): OwnArticles {
  const paths = ownPaths(dataFolder);
  const catalogue = openCatalogue(fs, paths, { isWriter });
  const bin: Bin = createBin(fs, paths, now);
  const cache = createReadCache();
  const byOriginal = new Map<string, ArticleId>();
  const byContent = new Map<string, ArticleId>();
  let damaged = 0;
  let adding: Promise<unknown> = Promise.resolve();
  if (isWriter) clearNext();
  reconcile();

  /** The folders decide which articles there are; the catalogue says only what is in them. */
  function reconcile(): void {
    const present = new Set(listIds());
    for (const id of catalogue.summaries.keys()) if (!present.has(id)) catalogue.drop(id);
    for (const summary of catalogue.summaries.values()) index(summary);
    for (const id of present) if (!catalogue.summaries.has(id)) load(id);
  }

  function listIds(): ArticleId[] {
    try {
      // The pattern is narrower than that of the brand.
      return fs.list(paths.library).filter((name) => OWN_ID.test(name)) as ArticleId[];
    } catch {
      return []; // The folder cannot be listed: the bundled articles remain.
    }
  }

  function clearNext(): void {
    try {
      if (fs.list(paths.next).length > 0) fs.removeFolder(paths.next);
    } catch {
      // Left to the next start; every name in it is written anew.
    }
  }

  function load(id: ArticleId): Result<Article, OwnArticleError> {
    const path = articlePath(paths, id);
    let bytes: Uint8Array;
    try {
      bytes = fs.read(path);
    } catch {
      return fail({ code: 'library/not-found' });
    }
    const decoded = decodeOwn(bytes);
    if (decoded.kind === 'article' && decoded.article.id === id) {
      note(decoded.article);
      return succeed(decoded.article);
    }
    forget(id);
    if (decoded.kind === 'newer') return fail({ code: 'library/damaged' });
    damaged += 1;
    if (isWriter)
      setAside(fs, {
        into: paths.quarantine,
        folder: articleFolder(paths, id),
        name: id,
        now: now(),
      });
    return fail({ code: 'library/damaged' });
  }

  function note(article: Article): void {
    const known = catalogue.summaries.get(article.id);
    const summary = summarize(article);
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(summary)) return;
    unindex(known);
    catalogue.put(summary);
    index(summary);
  }

  function index({ id, contentHash, own }: ArticleSummary): void {
    if (!own) return;
    for (const sha256 of [...own.formerOriginals, own.original.sha256]) byOriginal.set(sha256, id);
    byContent.set(contentHash, id);
  }

  function unindex(summary: ArticleSummary | undefined): void {
    if (!summary?.own) return;
    const { formerOriginals, original } = summary.own;
    for (const sha256 of [...formerOriginals, original.sha256])
      if (byOriginal.get(sha256) === summary.id) byOriginal.delete(sha256);
    if (byContent.get(summary.contentHash) === summary.id) byContent.delete(summary.contentHash);
  }

  function forget(id: ArticleId): void {
    unindex(catalogue.summaries.get(id));
    catalogue.drop(id);
    cache.forget(id);
  }

  const notSaved = (reason: RefusalReason) =>
    fail<NotSaved>({ code: 'library/not-saved', params: { reason } });

  /** Carries out a change of the disk; nothing in memory has changed when it fails. */
  function onDisk(act: () => void): Result<null, NotSaved> {
    if (!isWriter) return notSaved('read-only');
    try {
      act();
      return succeed(null);
    } catch (error) {
      return notSaved(refusalReason(error));
    }
  }

  async function addWhole(article: Article): Promise<Result<null, NotSaved>> {
    if (!isWriter) return notSaved('read-only');
    // A failure after its folder had got its name left it there: it is whole.
    const left = fs.exists(articleFolder(paths, article.id)) ? load(article.id) : null;
    if (left?.ok && left.value.contentHash === article.contentHash) return succeed(null);
    try {
      await writeWhole(article);
    } catch (error) {
      return notSaved(refusalReason(error));
    }
    note(article);
    return succeed(null);
  }

  /** Nothing waits for the disk meanwhile. */
  async function writeWhole(article: Article): Promise<void> {
    const folder = join(paths.next, article.id);
    const path = join(folder, 'article.json');
    const pieces = await encodeOwnInTurns(article, now());
    // Whatever stands there was never finished.
    fs.removeFolder(folder);
    fs.makeFolder(folder);
    await writeInTurns(fs, { path, temporary: `${path}.part`, pieces });
    await fs.syncFolderAside(folder);
    // The whole folder gets its name at once: there is no half article at any moment.
    fs.rename(folder, articleFolder(paths, article.id));
    await fs.syncFolderAside(paths.library);
  }

  const found = (id: ArticleId | undefined): ArticleSummary | undefined =>
    id === undefined ? undefined : catalogue.summaries.get(id);

  return {
    isWriter,
    list: () => [...catalogue.summaries.values()],
    summary: (id) => catalogue.summaries.get(id),
    read(id) {
      if (!catalogue.summaries.has(id)) return fail({ code: 'library/not-found' });
      const known = cache.get(id);
      if (known) return succeed(known);
      const loaded = load(id);
      if (loaded.ok) cache.keep(loaded.value);
      return loaded;
    },
    findByOriginal: (sha256) => found(byOriginal.get(sha256)),
    findByContent: (contentHash) => found(byContent.get(contentHash)),
    add(article) {
      // One after the other: the same file may come in twice at once.
      const added = adding.then(() => addWhole(article));
      adding = added;
      return added;
    },
    replace(article) {
      if (!catalogue.summaries.has(article.id)) return fail({ code: 'library/not-found' });
      const written = onDisk(() => {
        catalogue.touch(article.id);
        fs.makeFolder(paths.next);
        writeSafely(fs, {
          path: articlePath(paths, article.id),
          temporary: join(paths.next, `${article.id}.json`),
          bytes: encodeOwn(article, now()),
        });
        fs.syncFolder(articleFolder(paths, article.id));
      });
      if (!written.ok) return written;
      cache.forget(article.id);
      note(article);
      return written;
    },
    remove(id) {
      if (!catalogue.summaries.has(id)) return fail({ code: 'library/not-found' });
      const removed = onDisk(() => bin.put(id));
      if (removed.ok) forget(id);
      return removed;
    },
    restore(id) {
      if (catalogue.summaries.has(id) || !bin.has(id)) return fail({ code: 'library/not-found' });
      const restored = onDisk(() => bin.takeBack(id));
      if (!restored.ok) return restored;
      const loaded = load(id);
      return loaded.ok ? succeed(null) : loaded;
    },
    damaged: () => damaged,
    tidy() {
      void onDisk(() => catalogue.merge());
    },
    close: () => catalogue.close(),
  };
}
