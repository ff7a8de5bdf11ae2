import type { Article, ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { type RefusalReason, refusalReason } from '../disk/file-system.ts';
import type { ArticleLoader } from './article-loader.ts';
import type { Bin } from './bin.ts';
import type { KnownArticles } from './known-articles.ts';
import type { OwnArticles } from './own-articles-types.ts';
import type { PictureFiles } from './pictures.ts';
import { type NotSaved, type OwnArticleError, notSaved } from './own-errors.ts';
import type { OwnFiles } from './own-files.ts';

interface Parts {
  readonly files: OwnFiles;
  readonly known: KnownArticles;
  readonly loader: ArticleLoader;
  readonly bin: Bin;
  readonly readOnly: RefusalReason | null;
}

type Changes = Pick<
  OwnArticles,
  'add' | 'addPictures' | 'replace' | 'remove' | 'restore' | 'reread'
>;

/** Creates the changes of the own articles; each is on the disk before it returns. */
export function createOwnChanges(parts: Parts): Changes {
  const { files, known, loader, bin } = parts;
  let adding: Promise<unknown> = Promise.resolve();
  return {
    add(article, pictures = new Map()) {
      // Additions run one after the other, because the same file may be added twice at once.
      const added = adding.then(() => addWhole(parts, article, pictures));
      adding = added;
      return added;
    },
    addPictures: (id, pictures) => addPictures(parts, id, pictures),
    replace: (article) => replace(parts, article),
    remove(id) {
      if (!known.find(id)) return fail({ code: 'library/not-found' });
      const removed = onDisk(parts, () => bin.put(id));
      if (removed.ok) known.forget(id);
      return removed;
    },
    restore: (id) => restore(parts, id),
    reread(id, summary) {
      known.forget(id);
      if (!files.hasFolder(id)) return;
      if (summary?.id === id) known.recordSummary(summary);
      else loader.load(id);
    },
  };
}

async function addPictures(
  { files, readOnly }: Parts,
  id: ArticleId,
  pictures: PictureFiles,
): Promise<Result<null, NotSaved>> {
  if (readOnly) return notSaved(readOnly);
  // The article may have been removed meanwhile; a folder of pictures alone would look like a damaged article.
  if (pictures.size === 0 || !files.hasFolder(id)) return succeed(null);
  try {
    await files.addPictures(id, pictures);
    return succeed(null);
  } catch (error) {
    return notSaved(refusalReason(error));
  }
}

async function addWhole(
  parts: Parts,
  article: Article,
  pictures: PictureFiles,
): Promise<Result<null, NotSaved>> {
  const { files, known, loader, readOnly } = parts;
  if (readOnly) return notSaved(readOnly);
  // An earlier attempt may have failed after the folder got its final name; the article is then complete.
  const existing = files.hasFolder(article.id) ? loader.load(article.id) : null;
  if (existing?.ok && existing.value.article.contentHash === article.contentHash)
    return succeed(null);
  if (known.damages.has(article.id)) {
    const kept = await addPictures(parts, article.id, pictures);
    if (!kept.ok) return kept;
    const replaced = replace(parts, article);
    return replaced.ok || replaced.error.code !== 'library/not-saved'
      ? succeed(null)
      : fail(replaced.error);
  }
  try {
    await files.add(article, pictures);
  } catch (error) {
    return notSaved(refusalReason(error));
  }
  known.record(article);
  return succeed(null);
}

function replace(parts: Parts, article: Article): Result<null, OwnArticleError> {
  const { files, known, loader, readOnly } = parts;
  const { id } = article;
  const before = loader.read(id);
  const isDamaged = !before.ok && before.error.code === 'library/damaged';
  if (!before.ok && !isDamaged) return before;
  if (before.ok && before.value.article.trouble) return fail({ code: 'library/newer-version' });
  // A damaged file that could not be moved is not overwritten.
  if (isDamaged && !readOnly && files.setAside(id) === 'refused') return notSaved('other');
  const carried = before.ok ? before.value.carried : (known.damages.get(id)?.carried ?? null);
  const written = onDisk(parts, () => {
    known.catalogue.touch([id]);
    files.replace(article, carried);
  });
  if (!written.ok) return written;
  known.cache.forget(id);
  known.record(article);
  return written;
}

function restore(parts: Parts, id: ArticleId): Result<null, OwnArticleError> {
  const { known, loader, bin } = parts;
  if (known.find(id) || !bin.has(id)) return fail({ code: 'library/not-found' });
  const restored = onDisk(parts, () => bin.takeBack(id));
  if (!restored.ok) return restored;
  const loaded = loader.load(id);
  return loaded.ok ? succeed(null) : loaded;
}

/** Carries out a change on the disk; when it fails, nothing in memory has changed. */
export function onDisk(
  { readOnly }: Pick<Parts, 'readOnly'>,
  act: () => void,
): Result<null, NotSaved> {
  if (readOnly) return notSaved(readOnly);
  try {
    act();
    return succeed(null);
  } catch (error) {
    return notSaved(refusalReason(error));
  }
}
