import { join } from 'node:path';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import { OWN_ID } from '#shared/domain/limits.ts';
import { toLine } from '../store/article-file.ts';
import { type FileSystem, errorCode, writeSafely } from '../store/file-system.ts';
import {
  type Carried,
  type DecodedOwn,
  decodeDetails,
  decodeOwn,
  encodeDetails,
  encodeKnownDetails,
  encodeOwn,
  encodeOwnInTurns,
} from './own-file.ts';
import { type OwnPaths, articleFolder, articlePath, detailsPath } from './own-paths.ts';
import { type SetAside, setAside } from './set-aside.ts';
import type { OwnDetails } from './understand-own.ts';
import { writeInTurns } from './write-in-turns.ts';

/** What was found where an article should be. */
export type FoundOwn =
  | DecodedOwn
  /** The file, or its whole folder, is gone. */
  | { readonly kind: 'missing' }
  /** The disk does not give it now. */
  | { readonly kind: 'refused' };

/** The files of the reader's own articles. Failures to write throw the system's error. */
export interface OwnFiles {
  /** `null` when the disk does not list them. */
  listIds(): readonly ArticleId[] | null;
  /** Removes what an earlier run was writing when it ended. */
  clearNext(): void;
  hasFolder(id: ArticleId): boolean;
  hasDetails(id: ArticleId): boolean;
  read(id: ArticleId): FoundOwn;
  /** The second copy of the details; `null` when it is missing or damaged. */
  readDetails(id: ArticleId): ReturnType<typeof decodeDetails>;
  /** A whole new article, durable; nothing waits for the disk meanwhile. */
  add(article: Article): Promise<void>;
  /** The bytes of an article's file as one line; `null` when the disk does not give them. */
  bytes(id: ArticleId): Uint8Array | null;
  /** Writes both files anew, durable. @param carried what this version does not know of the one before */
  replace(article: Article, carried: Carried | null): void;
  writeDetails(details: OwnDetails): void;
  /** Writes the second copy of the details when it is missing or damaged, and the disk takes it. */
  mendDetails(article: Article, carried: Carried | null): void;
  /** Moves what cannot be read to the quarantine. */
  setAside(id: ArticleId): SetAside;
}

export function createOwnFiles(fs: FileSystem, paths: OwnPaths, now: () => Date): OwnFiles {
  const writeDetails = (id: ArticleId, bytes: Uint8Array): void => {
    fs.makeFolder(paths.next);
    writeSafely(fs, {
      path: detailsPath(paths, id),
      temporary: join(paths.next, `${id}.details.json`),
      bytes,
    });
  };

  async function addFolder(
    id: ArticleId,
    contents: Readonly<Record<string, readonly Uint8Array[]>>,
  ): Promise<void> {
    const folder = join(paths.next, id);
    // Whatever stands there was never finished.
    fs.removeFolder(folder);
    fs.makeFolder(folder);
    for (const [name, pieces] of Object.entries(contents)) {
      const path = join(folder, name);
      await writeInTurns(fs, { path, temporary: `${path}.part`, pieces });
    }
    await fs.syncFolderAside(folder);
    // The whole folder gets its name at once: there is no half article at any moment.
    fs.rename(folder, articleFolder(paths, id));
    await fs.syncFolderAside(paths.library);
  }

  function readDetails(id: ArticleId): ReturnType<typeof decodeDetails> {
    try {
      const found = decodeDetails(fs.read(detailsPath(paths, id)));
      return found?.details.id === id ? found : null;
    } catch {
      return null; // Missing, or the disk refuses: the catalogue may still know them.
    }
  }

  return {
    listIds() {
      try {
        // The pattern is narrower than that of the brand.
        return fs.list(paths.library).filter((name) => OWN_ID.test(name)) as ArticleId[];
      } catch {
        return null;
      }
    },
    clearNext() {
      try {
        if (fs.list(paths.next).length > 0) fs.removeFolder(paths.next);
      } catch {
        // Left to the next start; every name in it is written anew.
      }
    },
    hasFolder: (id) => fs.exists(articleFolder(paths, id)),
    hasDetails: (id) => fs.exists(detailsPath(paths, id)),
    read(id) {
      let bytes: Uint8Array;
      try {
        bytes = fs.read(articlePath(paths, id));
      } catch (error) {
        return { kind: errorCode(error) === 'ENOENT' ? 'missing' : 'refused' };
      }
      const found = decodeOwn(bytes);
      return found.kind === 'article' && found.article.id !== id ? { kind: 'invalid' } : found;
    },
    readDetails,
    add: async (article) =>
      addFolder(article.id, {
        'article.json': await encodeOwnInTurns(article, now()),
        'details.json': [encodeDetails(article, now())],
      }),
    bytes(id) {
      try {
        return toLine(fs.read(articlePath(paths, id)));
      } catch {
        return null;
      }
    },
    replace(article, carried) {
      fs.makeFolder(paths.next);
      fs.makeFolder(articleFolder(paths, article.id));
      writeSafely(fs, {
        path: articlePath(paths, article.id),
        temporary: join(paths.next, `${article.id}.json`),
        bytes: encodeOwn(article, now(), carried),
      });
      writeDetails(article.id, encodeDetails(article, now(), carried));
      fs.syncFolder(articleFolder(paths, article.id));
    },
    writeDetails(details) {
      fs.makeFolder(articleFolder(paths, details.id));
      writeDetails(details.id, encodeKnownDetails(details, now()));
      fs.syncFolder(articleFolder(paths, details.id));
    },
    mendDetails(article, carried) {
      if (readDetails(article.id)) return;
      try {
        writeDetails(article.id, encodeDetails(article, now(), carried));
      } catch {
        // It is read again the next time that the article is opened.
      }
    },
    setAside: (id) =>
      setAside(fs, {
        path: articlePath(paths, id),
        into: paths.quarantine,
        name: `${now().getTime()}-${id}.json`,
      }),
  };
}
