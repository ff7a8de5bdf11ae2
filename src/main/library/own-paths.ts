import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { OWN_ID } from '#shared/domain/limits.ts';
import { invariant } from '#shared/domain/result.ts';

/** The folders of the reader's own articles inside the data folder. See docs/data-format.md. */
export interface OwnPaths {
  /** The parent of the article folders. */
  readonly library: string;
  /** The imported files, each named by the SHA-256 of its bytes. */
  readonly originals: string;
  /** The names of those files, each under the same SHA-256. */
  readonly originalNames: string;
  /** Removed articles, until the reader restores them or removes them for good. */
  readonly bin: string;
  /** Parts of the search index; a cache. */
  readonly index: string;
  /** Unfinished files. */
  readonly next: string;
  readonly quarantine: string;
}

export function ownPaths(dataFolder: string): OwnPaths {
  const library = join(dataFolder, 'library');
  return {
    library,
    originals: join(library, 'originals'),
    originalNames: join(library, 'original-names'),
    bin: join(library, 'bin'),
    index: join(library, 'index'),
    next: join(library, 'next'),
    quarantine: join(dataFolder, 'quarantine'),
  };
}

/**
 * Returns the folder of an own article. Any other id could be the name of another folder of the library or of a
 * device, so that an operation on the article would affect that.
 *
 * @throws when the id is not that of an own article
 */
export function articleFolder(paths: OwnPaths, id: ArticleId): string {
  invariant(OWN_ID.test(id), 'the id of an own article');
  return join(paths.library, id);
}

/** The path of the second copy of an article's details. */
export const detailsPath = (paths: OwnPaths, id: ArticleId): string =>
  join(articleFolder(paths, id), 'details.json');

export const articlePath = (paths: OwnPaths, id: ArticleId): string =>
  join(articleFolder(paths, id), 'article.json');
