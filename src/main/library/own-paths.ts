import { join } from 'node:path';
import type { ArticleId } from '#shared/domain/article.ts';
import { OWN_ID } from '#shared/domain/limits.ts';
import { invariant } from '#shared/domain/result.ts';

/** The folders that the reader's own articles have inside the data folder. See docs/data-format.md. */
export interface OwnPaths {
  /** One folder for each article. */
  readonly library: string;
  /** Imported files, each under the SHA-256 of its bytes. */
  readonly originals: string;
  /** Removed articles, until the reader restores them or removes them for good. */
  readonly bin: string;
  /** Parts of the search's index over the articles: a cache. */
  readonly index: string;
  /** Files being written. */
  readonly next: string;
  readonly quarantine: string;
}

export function ownPaths(dataFolder: string): OwnPaths {
  const library = join(dataFolder, 'library');
  return {
    library,
    originals: join(library, 'originals'),
    bin: join(library, 'bin'),
    index: join(library, 'index'),
    next: join(library, 'next'),
    quarantine: join(dataFolder, 'quarantine'),
  };
}

/**
 * The folder of an own article. Any other id may be the name of another folder of the library, or of a device, so
 * that what is done with the article would be done with that.
 *
 * @throws for an id that no own article has
 */
export function articleFolder(paths: OwnPaths, id: ArticleId): string {
  invariant(OWN_ID.test(id), 'the id of an own article');
  return join(paths.library, id);
}

/** The second copy of everything in an article but its text. */
export const detailsPath = (paths: OwnPaths, id: ArticleId): string =>
  join(articleFolder(paths, id), 'details.json');

export const articlePath = (paths: OwnPaths, id: ArticleId): string =>
  join(articleFolder(paths, id), 'article.json');
