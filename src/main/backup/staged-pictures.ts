import { join } from 'node:path';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import { type FileSystem, writeAll } from '../disk/file-system.ts';
import { type OwnPaths, ownPaths } from '../library/own-paths.ts';
import { PICTURES_FOLDER, picturesFolder } from '../library/pictures.ts';
import { readPicture } from '../picture/read-picture.ts';
import { CopyRefusal } from './copy-refusal.ts';
import { type RestorePaths, restorePaths } from './restore-record.ts';
import type { Taker } from './read-copy.ts';

/** The pictures that a restore prepares. They come before their articles, and are moved to them. */
export class StagedPictures {
  private readonly fs: FileSystem;
  private readonly paths: RestorePaths;
  private readonly library: OwnPaths;

  constructor(fs: FileSystem, dataFolder: string) {
    this.fs = fs;
    this.paths = restorePaths(dataFolder);
    this.library = ownPaths(dataFolder);
  }

  /** Takes the bytes of a picture. Its size and hash are checked by the archive, its type and sides here. */
  take(id: ArticleId, sha256: string): Taker {
    const { fs, paths } = this;
    const folder = join(paths.assets, id);
    const path = join(folder, sha256);
    fs.makeFolder(folder);
    const file = fs.create(path);
    return {
      take: (piece) => writeAll(fs, file, piece),
      end: () => {
        try {
          fs.sync(file);
        } finally {
          fs.close(file);
        }
        if (!readPicture(fs.read(path)).ok) throw new CopyRefusal('backup/damaged');
      },
    };
  }

  /**
   * Puts the pictures of an article into its prepared folder: those of the copy, or else those of the library. Without one
   * of them the article counts as made by the first converters, so that it is converted again from its original.
   */
  put(article: Article): Article {
    const { fs, paths } = this;
    const { id, own, structure } = article;
    const folder = join(paths.articles, id, PICTURES_FOLDER);
    let isWhole = true;
    for (const { sha256 } of structure?.assets ?? []) {
      const [staged, present] = [join(paths.assets, id), picturesFolder(this.library, id)];
      const to = join(folder, sha256);
      fs.makeFolder(folder);
      if (fs.exists(join(staged, sha256))) fs.rename(join(staged, sha256), to);
      else if (fs.exists(join(present, sha256))) this.copy(join(present, sha256), to);
      else isWhole = false;
    }
    if (fs.list(folder).length > 0) fs.syncFolder(folder);
    return isWhole || !own ? article : { ...article, own: { ...own, convertedBy: 1 } };
  }

  private copy(from: string, to: string): void {
    const file = this.fs.create(to);
    try {
      writeAll(this.fs, file, this.fs.read(from));
      this.fs.sync(file);
    } finally {
      this.fs.close(file);
    }
  }
}
