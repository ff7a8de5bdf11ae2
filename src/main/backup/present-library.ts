import { join } from 'node:path';
import { type Article, type ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { NO_MARKS } from '#shared/domain/defaults.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { type Carried, decodeOwn } from '../library/own-file.ts';
import { articleFolder, articlePath, ownPaths } from '../library/own-paths.ts';
import { picturesFolder } from '../library/pictures.ts';
import { toLine } from '../disk/framed-json.ts';
import { decodeMarksFile } from '../store/marks-file.ts';
import { readCopies } from '../store/marks-copies.ts';
import {
  type MarksState,
  NOTHING_UNREAD,
  applyChange,
  createMarksState,
} from '../store/marks-state.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { marksFileName, storePaths } from '../store/paths.ts';
import { replaySegments } from '../store/replay.ts';
import { sha256 } from '../disk/checksum.ts';
import { findId } from './find-id.ts';

/** What the library has now under the id of an own article. */
export type PresentArticle =
  | { readonly kind: 'none' }
  /** The file cannot be read, so another may replace it. */
  | { readonly kind: 'damaged' }
  /** A newer version wrote the file, so it is kept. */
  | { readonly kind: 'newer' }
  | {
      readonly kind: 'article';
      readonly title: string;
      /** The SHA-256 calculated from its text. */
      readonly contentHash: string;
      readonly carried: Carried | null;
    };

/** Reads the library from the disk, one article at a time. It changes nothing. */
export interface PresentLibrary {
  article(id: ArticleId): PresentArticle;
  hasOriginal(name: string): boolean;
  hasPicture(id: ArticleId, sha256: string): boolean;
  /** Returns the marks of an article, or `null` when a newer version wrote them. */
  marksOf(articleId: ArticleId): MarksState | null;
  /** Returns all articles with stored marks, except those that `marksOf` was called for. */
  otherMarks(): Iterable<readonly [ArticleId, MarksState]>;
  /** Returns the files of marks that a newer version wrote, each as one line. */
  newerMarks(): Iterable<Uint8Array>;
}

export function openPresentLibrary(fs: FileSystem, dataFolder: string): PresentLibrary {
  const own = ownPaths(dataFolder);
  const store = storePaths(dataFolder);
  const originals = new Set(fs.list(own.originals));
  // The journal is read before the files. A change that is moved into a file in between has a number that the file
  // already contains, so it is not applied twice.
  const { byArticle } = replaySegments(fs, store.journal);
  const names = new Set(fs.list(store.marks));
  const asked = new Set<string>();

  function marksOf(articleId: ArticleId): MarksState | null {
    asked.add(marksFileName(articleId));
    const { main, backup, state } = readCopies(
      { fs, paths: store, isQuick: true, names },
      articleId,
    );
    if ([main, backup].some(({ found }) => found.kind === 'newer')) return null;
    for (const record of byArticle.get(articleId) ?? []) applyChange(state, record);
    return state;
  }

  return {
    article: (id) => readPresent(fs, own, id),
    hasOriginal: (name) => originals.has(name),
    hasPicture: (id, sha256) => fs.exists(join(picturesFolder(own, id), sha256)),
    marksOf,
    *otherMarks() {
      for (const id of [...idsOfFiles(), ...byArticle.keys()]) {
        if (asked.has(marksFileName(id))) continue;
        const state = marksOf(id);
        if (state) yield [id, state];
      }
    },
    *newerMarks() {
      const sent = new Set<string>();
      for (const name of names) {
        const hash = hashIn(name);
        if (hash === null || sent.has(hash)) continue;
        const bytes = fs.read(join(store.marks, name));
        if (decodeMarksFile(bytes).kind !== 'newer') continue;
        const line = toLine(bytes);
        const id = findId(line, 'articleId', articleIdSchema);
        // A file without its id could not be restored.
        if (id === null || marksFileName(id) !== hash) continue;
        sent.add(hash);
        yield line;
      }
    },
  };

  function* idsOfFiles(): Generator<ArticleId> {
    for (const name of names) {
      const hash = hashIn(name);
      if (hash === null || asked.has(hash)) continue;
      const decoded = decodeMarksFile(fs.read(join(store.marks, name)));
      if (decoded.kind === 'article') yield decoded.articleId;
    }
  }
}

function readPresent(
  fs: FileSystem,
  paths: ReturnType<typeof ownPaths>,
  id: ArticleId,
): PresentArticle {
  if (fs.list(articleFolder(paths, id)).length === 0) return { kind: 'none' };
  if (!fs.exists(articlePath(paths, id))) return { kind: 'damaged' };
  const decoded = decodeOwn(fs.read(articlePath(paths, id)));
  if (decoded.kind === 'unreadable') return { kind: 'newer' };
  if (decoded.kind === 'invalid' || decoded.article.id !== id) return { kind: 'damaged' };
  const { article, carried } = decoded;
  if (article.trouble) return { kind: 'newer' };
  return { kind: 'article', title: article.title, contentHash: hashOf(article), carried };
}

/** Returns the hash of the article's id in the name of a file of marks, or `null` for any other file. */
const hashIn = (name: string): string | null =>
  /^([0-9a-f]{32})\.json(?:\.bak)?$/.exec(name)?.[1] ?? null;

/** Calculates the SHA-256 of the text of an article and ignores the hash that the article states. */
export const hashOf = ({ blocks }: Pick<Article, 'blocks'>): string =>
  sha256(canonicalText(blocks));

export const emptyState = (): MarksState => createMarksState(NO_MARKS, 0, NOTHING_UNREAD);
