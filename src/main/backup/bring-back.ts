import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { restoreSettings } from '#shared/domain/settings.ts';
import { type Result, succeed } from '#shared/domain/result.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import type { NotSaved, OwnArticleError } from '../library/own-errors.ts';
import { ownPaths } from '../library/own-paths.ts';
import type { SettingsError, SettingsService } from '../settings/settings.ts';
import { type FileSystem, writeSafely } from '../store/file-system.ts';
import type { MarksWhole, StoreError } from '../store/marks-store.ts';
import type { Contents, OwnArticle } from './contents.ts';
import { ORIGINALS_FOLDER } from './manifest.ts';
import type { Archive } from './read-archive.ts';

export type BringBackError = StoreError | NotSaved | OwnArticleError | SettingsError;

interface Parts {
  readonly store: MarksWhole;
  readonly own: Pick<OwnArticles, 'summary' | 'read' | 'add' | 'adopt' | 'replace'>;
  readonly settings: SettingsService;
  readonly fs: FileSystem;
  readonly dataFolder: string;
  /** Called after an own article has come or changed. */
  readonly onArticle: (article: OwnArticle) => void;
}

/**
 * Puts a copy of the library in the place of the present one. The reader's own articles come first, so
 * that marks always find theirs; articles that the copy does not hold stay. Answers the articles whose
 * marks may have changed.
 */
export async function bringBack(
  parts: Parts,
  contents: Contents,
  { archive, withSettings }: { archive: Archive | null; withSettings: boolean },
): Promise<Result<ReadonlySet<ArticleId>, BringBackError>> {
  if (archive) writeOriginals(parts, archive);
  for (const article of contents.articles) {
    const kept = await keepArticle(parts, article);
    if (!kept.ok) return kept;
  }
  const newer = await keepNewer(parts, contents.newer);
  if (!newer.ok) return newer;
  const touched = new Set([...parts.store.articleIds(), ...contents.marks.keys()]);
  const restored = parts.store.replaceAll(contents.marks);
  if (!restored.ok) return restored;
  if (withSettings && contents.settings !== null) {
    const changed = await parts.settings.change(restoreSettings(contents.settings));
    if (!changed.ok) return changed;
  }
  return succeed(touched);
}

async function keepArticle(
  { own, onArticle }: Parts,
  article: OwnArticle,
): Promise<Result<null, OwnArticleError>> {
  const known = own.summary(article.id);
  if (known?.contentHash === article.contentHash) return succeed(null);
  const kept = known ? own.replace(article) : await own.add(article);
  if (kept.ok) onArticle(article);
  return kept;
}

/** What this version does not know comes as it stands, where there is nothing; what is there stays. */
async function keepNewer(
  { own, store, onArticle }: Parts,
  { articles, marks }: Contents['newer'],
): Promise<Result<null, NotSaved | StoreError>> {
  for (const [id, bytes] of articles) {
    const adopted = await own.adopt(id, bytes);
    if (!adopted.ok) return adopted;
    const read = own.read(id);
    if (read.ok) onArticle(read.value);
  }
  for (const [id, bytes] of marks) {
    const adopted = store.adoptNewer(id, bytes);
    if (!adopted.ok) return adopted;
  }
  return succeed(null);
}

/** Originals are never replaced: their names are their hashes. */
function writeOriginals({ fs, dataFolder }: Parts, archive: Archive): void {
  const { originals, next } = ownPaths(dataFolder);
  const present = new Set(fs.list(originals));
  for (const { name, sha256 } of archive.manifest.entries) {
    const file = name.slice(ORIGINALS_FOLDER.length);
    if (!name.startsWith(ORIGINALS_FOLDER) || present.has(file)) continue;
    const bytes = archive.read(name);
    const isItself = createHash('sha256').update(bytes).digest('hex') === sha256;
    if (!isItself || !file.startsWith(sha256)) continue;
    fs.makeFolder(originals);
    fs.makeFolder(next);
    writeSafely(fs, { path: join(originals, file), temporary: join(next, file), bytes });
    fs.syncFolder(originals);
  }
}
