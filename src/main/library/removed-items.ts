import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import type { RemovedItem } from '#shared/domain/removed-item.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { type FileSystem, discard, refusalReason } from '../disk/file-system.ts';
import { createPace } from '../disk/turns.ts';
import { type Bin, type BinEntry, createBin } from './bin.ts';
import { digitsOf } from './damage.ts';
import { type ArticleFolder, findOriginalsInUse } from './originals-in-use.ts';
import type { OwnArticles } from './own-articles-types.ts';
import { type InDoubt, type NotSaved, type NotShown, notSaved } from './own-errors.ts';
import { decodeDetails, decodeOwn } from './own-file.ts';
import { originalsOf } from './own-lookup.ts';
import { type OwnPaths, articleFolder, ownPaths } from './own-paths.ts';
import type { OwnDetails } from './understand-own.ts';

export type NotErased = NotSaved | InDoubt | Extract<NotShown, { code: 'library/not-found' }>;

/** The contents of the bin, and their final removal, which cannot be undone. */
export interface RemovedItems {
  /** Returns the last removed article first. @throws the system's error when the disk cannot list them */
  list(): Promise<RemovedItem[]>;
  /**
   * Removes articles in the bin for good, with the originals that no other article uses; their marks stay in the
   * store. In doubt about any original, none is removed. When the disk fails in the middle, the rest stays in the
   * bin.
   */
  erase(ids: readonly ArticleId[]): Promise<Result<null, NotErased>>;
}

interface Parts {
  readonly own: Pick<OwnArticles, 'isListed' | 'list' | 'summary'>;
  readonly fs: FileSystem;
  readonly dataFolder: string;
  readonly now: () => Date;
  /**
   * Asks the disk whether this process still owns the data folder, because the originals of another process are never
   * removed.
   */
  readonly isOwner: () => boolean;
}

interface Given extends Parts {
  readonly paths: OwnPaths;
  readonly bin: Bin;
}

export function createRemovedItems(parts: Parts): RemovedItems {
  const paths = ownPaths(parts.dataFolder);
  const given = { ...parts, paths, bin: createBin(parts.fs, paths, parts.now) };
  return { list: () => list(given), erase: (ids) => erase(given, ids) };
}

async function list(given: Given): Promise<RemovedItem[]> {
  const pace = createPace();
  const newest = new Map<ArticleId, RemovedItem>();
  for (const entry of given.bin.entries().toSorted((a, b) => b.at - a.at)) {
    if (newest.has(entry.id)) continue;
    const details = detailsOf(given, entry);
    newest.set(entry.id, {
      articleId: entry.id,
      title: details?.title ?? entry.id,
      removedAt: new Date(entry.at).toISOString(),
      sizeBytes: details?.own?.original.sizeBytes ?? null,
      isBack: given.own.summary(entry.id) !== undefined,
    });
    await pace();
  }
  return [...newest.values()];
}

async function erase(given: Given, ids: readonly ArticleId[]): Promise<Result<null, NotErased>> {
  const { own, fs, bin, isOwner } = given;
  if (!isOwner()) return notSaved('locked');
  // Articles that the disk did not list may need any original.
  if (!own.isListed) return notSaved('other');
  try {
    const wanted = new Set(ids);
    const leaving = bin.entries().filter(({ id }) => wanted.has(id));
    if (leaving.length === 0) return fail({ code: 'library/not-found' });
    const behind = originalsBehind(given, leaving);
    const used = await findOriginalsInUse(fs, otherFolders(given, leaving), behind);
    if (used.kind === 'in-doubt') return inDoubt(used.title);
    // In the meantime an entry may have been restored, or an article with the same original may have been added.
    const present = new Set(bin.entries().map(({ name }) => name));
    const usedNow = new Set([...used.sha256s, ...own.list().flatMap(originalsOf)]);
    eraseNow(
      given,
      leaving.filter(({ name }) => present.has(name)),
      behind.filter((sha256) => !usedNow.has(sha256)),
    );
    return succeed(null);
  } catch (error) {
    return notSaved(error instanceof NoLongerOwner ? 'locked' : refusalReason(error));
  }
}

/** Returns what is known of an entry, or `null` when none of its files can be read. */
function detailsOf({ fs, paths }: Given, { name }: BinEntry): OwnDetails | null {
  const details = readOrNull(fs, join(paths.bin, name, 'details.json'));
  const known = details && decodeDetails(details)?.details;
  if (known) return known;
  const article = readOrNull(fs, join(paths.bin, name, 'article.json'));
  const found = article && decodeOwn(article);
  return found?.kind === 'article' ? found.article : null;
}

function readOrNull(fs: FileSystem, path: string): Uint8Array | null {
  try {
    return fs.read(path);
  } catch {
    return null; // The file is missing or unreadable, but the other copy may still help.
  }
}

/**
 * Returns the stored originals of these entries. The id of an article begins with digits of its first original, so
 * it helps when the details are lost.
 */
function originalsBehind(given: Given, entries: readonly BinEntry[]): readonly string[] {
  const named = new Set(
    entries.flatMap((entry) => originalsOf(detailsOf(given, entry) ?? { own: null })),
  );
  const digits = new Set(entries.map(({ id }) => digitsOf(id)));
  return given.fs
    .list(given.paths.originals)
    .filter((name) => named.has(name) || digits.has(name.slice(0, DIGITS)));
}

/** Returns the folders of all articles except the entries that are being removed. */
function otherFolders(given: Given, leaving: readonly BinEntry[]): readonly ArticleFolder[] {
  const { own, bin, paths } = given;
  const names = new Set(leaving.map(({ name }) => name));
  const inLibrary = own.list().map(({ id, title, trouble }) => ({
    path: articleFolder(paths, id),
    title,
    isSound: trouble === undefined,
  }));
  const inBin = bin
    .entries()
    .filter(({ name }) => !names.has(name))
    .map((entry) => ({
      path: join(paths.bin, entry.name),
      title: detailsOf(given, entry)?.title ?? entry.id,
      isSound: false,
    }));
  return [...inLibrary, ...inBin];
}

function eraseNow(
  { fs, paths, bin, isOwner }: Given,
  entries: readonly BinEntry[],
  originals: readonly string[],
): void {
  // The originals are removed first. If a crash interrupts this, the entries remain, and the reader can try again.
  for (const sha256 of originals) {
    if (!isOwner()) throw new NoLongerOwner();
    const path = join(paths.originals, sha256);
    if (fs.exists(path)) fs.remove(path);
    // Nothing depends on the name of a file that is gone.
    discard(fs, join(paths.originalNames, sha256));
  }
  if (originals.length > 0) fs.syncFolder(paths.originals);
  for (const entry of entries) {
    if (!isOwner()) throw new NoLongerOwner();
    bin.erase(entry);
  }
}

/** Number of digits of the original's SHA-256 in an article's id. */
const DIGITS = 20;

/** Thrown when another process takes over the data folder during the removal. */
class NoLongerOwner extends Error {}

const inDoubt = (title: string) => fail<InDoubt>({ code: 'library/in-doubt', params: { title } });
