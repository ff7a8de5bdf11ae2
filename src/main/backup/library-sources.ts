import { join } from 'node:path';
import type { Settings } from '#shared/domain/settings.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import { withoutPath } from '../library/own-file.ts';
import { ownPaths } from '../library/own-paths.ts';
import type { FileSystem } from '../disk/file-system.ts';
import type { MarksWhole } from '../store/marks-store.ts';
import {
  ARTICLES_NAME,
  MARKS_NAME,
  ORIGINALS_FOLDER,
  ORIGINAL_NAME,
  SETTINGS_NAME,
} from './manifest.ts';
import type { Source } from './write-archive.ts';

/** The parts of a library that a backup holds. */
export interface LibraryParts {
  readonly store: MarksWhole;
  readonly own: Pick<OwnArticles, 'list' | 'bytes'>;
  readonly settings: () => Settings;
  readonly fs: FileSystem;
  readonly dataFolder: string;
  readonly now: () => Date;
}

/** Everything of the library as the entries of a backup. */
export function* librarySources(
  parts: LibraryParts,
  { withOriginals }: { withOriginals: boolean },
): Iterable<Source> {
  const text = (name: string, pieces: Iterable<Uint8Array>) => ({ name, isPacked: false, pieces });
  yield text(MARKS_NAME, markLines(parts));
  yield text(ARTICLES_NAME, articleLines(parts));
  yield text(SETTINGS_NAME, [Buffer.from(`${JSON.stringify(parts.settings())}\n`, 'utf8')]);
  if (withOriginals) yield* originals(parts);
}

function* markLines({ store }: LibraryParts): Iterable<Uint8Array> {
  for (const articleId of store.articleIds()) yield store.encodeArticle(articleId);
}

function* articleLines({ own }: LibraryParts): Iterable<Uint8Array> {
  for (const { id } of own.list()) {
    // As it stands in its file but for the folder: also what a newer version wrote.
    const bytes = own.bytes(id);
    // A damaged one was just put aside, and the reader told; its original is in the backup.
    if (bytes) yield withoutPath(bytes);
  }
}

function* originals({ fs, dataFolder }: LibraryParts): Iterable<Source> {
  const folder = ownPaths(dataFolder).originals;
  for (const name of fs.list(folder)) {
    if (!ORIGINAL_NAME.test(name)) continue;
    // Read when its turn comes: only one at a time is in memory.
    const pieces = {
      *[Symbol.iterator]() {
        yield fs.read(join(folder, name));
      },
    };
    yield { name: `${ORIGINALS_FOLDER}${name}`, isPacked: true, pieces };
  }
}
