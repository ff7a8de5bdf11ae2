import { join } from 'node:path';
import { type Article, type ArticleId, summarize } from '#shared/domain/article.ts';
import { OWN_ID } from '#shared/domain/limits.ts';
import { type FileSystem, errorCode, writeSafely } from '../disk/file-system.ts';
import { measureIntact } from '../disk/framed-json.ts';
import { detailsOfSummary } from './damage.ts';
import {
  type Carried,
  type DecodedOwn,
  decodeDetails,
  decodeOwn,
  encodeDetails,
  encodeKnownDetails,
  encodeOwn,
  encodeOwnInTurns,
  isOfNewerApp,
} from './own-file.ts';
import { type OwnPaths, articleFolder, articlePath, detailsPath } from './own-paths.ts';
import { PICTURES_FOLDER, type PictureFiles, picturesFolder, writePictures } from './pictures.ts';
import { type SetAside, keepUnread, setAside } from './set-aside.ts';
import { type OwnDetails, isSameDetails } from './understand-own.ts';
import { writeInTurns } from './write-in-turns.ts';

/** Bytes of an article's file that are read and hashed in one turn of the event loop: about a millisecond of work. */
const PIECE_BYTES = 512 * 1024;

/** What was found where an article should be. */
export type FoundOwn =
  | DecodedOwn
  /** The file or its whole folder does not exist. */
  | { readonly kind: 'missing' }
  /** The disk cannot read it now. */
  | { readonly kind: 'refused' };

/** The files of the reader's own articles. Failures to write throw the system's error. */
export class OwnFiles {
  private readonly fs: FileSystem;
  private readonly paths: OwnPaths;
  private readonly now: () => Date;

  constructor(fs: FileSystem, paths: OwnPaths, now: () => Date) {
    this.fs = fs;
    this.paths = paths;
    this.now = now;
  }

  /** Returns `null` when the disk cannot list them. */
  listIds(): readonly ArticleId[] | null {
    try {
      // The pattern of own ids is narrower than that of the brand.
      return this.fs.list(this.paths.library).filter((name) => OWN_ID.test(name)) as ArticleId[];
    } catch {
      return null;
    }
  }

  /** Removes unfinished files of an earlier run. */
  clearNext(): void {
    try {
      if (this.fs.list(this.paths.next).length > 0) this.fs.removeFolder(this.paths.next);
    } catch {
      // The next start tries again; every name in the folder is written again before it is used.
    }
  }

  hasFolder(id: ArticleId): boolean {
    return this.fs.exists(articleFolder(this.paths, id));
  }

  hasDetails(id: ArticleId): boolean {
    return this.fs.exists(detailsPath(this.paths, id));
  }

  read(id: ArticleId): FoundOwn {
    let bytes: Uint8Array;
    try {
      bytes = this.fs.read(articlePath(this.paths, id));
    } catch (error) {
      return { kind: errorCode(error) === 'ENOENT' ? 'missing' : 'refused' };
    }
    const found = decodeOwn(bytes);
    return found.kind === 'article' && found.article.id !== id ? { kind: 'invalid' } : found;
  }

  /**
   * Returns the size of an article's file in bytes; `null` when it is missing or its checksum does not match. It reads
   * the file in pieces, and waits for `pace` after each.
   */
  async measureWhole(id: ArticleId, pace: () => Promise<void>): Promise<number | null> {
    try {
      return await measureIntact(this.fs.pieces(articlePath(this.paths, id), PIECE_BYTES), pace);
    } catch {
      return null;
    }
  }

  /** Returns the second copy of the details, or `null` when it is missing or damaged. */
  readDetails(id: ArticleId): ReturnType<typeof decodeDetails> {
    try {
      const found = decodeDetails(this.fs.read(detailsPath(this.paths, id)));
      return found?.details.id === id ? found : null;
    } catch {
      return null; // The copy is missing or unreadable, but the catalogue may still have the details.
    }
  }

  /** Writes a new article durably, without blocking other work during waits for the disk. */
  async add(article: Article, pictures: PictureFiles): Promise<void> {
    const contents = {
      'article.json': await encodeOwnInTurns(article, this.now()),
      'details.json': [encodeDetails(article, this.now())],
    };
    await this.addFolder(article.id, contents, pictures);
  }

  /** Writes pictures into the folder of an article that exists, before its file names them. */
  async addPictures(id: ArticleId, pictures: PictureFiles): Promise<void> {
    const { fs, paths } = this;
    await writePictures(fs, { folder: picturesFolder(paths, id), next: paths.next }, pictures);
    fs.syncFolder(articleFolder(paths, id));
  }

  /** Rewrites both files durably. @param carried data of the earlier file that this version does not know */
  replace(article: Article, carried: Carried | null): void {
    const { fs, paths, now } = this;
    fs.makeFolder(paths.next);
    fs.makeFolder(articleFolder(paths, article.id));
    writeSafely(fs, {
      path: articlePath(paths, article.id),
      temporary: join(paths.next, `${article.id}.json`),
      bytes: encodeOwn(article, now(), carried),
    });
    try {
      // A copy that a newer version wrote may hold more than this one knows, so it stays as it is.
      if (!this.readDetails(article.id)?.isNewer)
        this.writeEncodedDetails(article.id, encodeDetails(article, now(), carried));
    } catch {
      // The change is in the article's file. The copy is written again when the app is idle.
    }
    fs.syncFolder(articleFolder(paths, article.id));
  }

  writeDetails(details: OwnDetails): void {
    const folder = articleFolder(this.paths, details.id);
    this.fs.makeFolder(folder);
    this.writeEncodedDetails(details.id, encodeKnownDetails(details, this.now()));
    this.fs.syncFolder(folder);
  }

  /** Writes the second copy of the details if it is missing, damaged or old. A refusal of the disk is ignored. */
  mendDetails(article: Article, carried: Carried | null): void {
    const stored = this.readDetails(article.id);
    if (
      stored?.isNewer ||
      (stored && isSameDetails(stored.details, detailsOfSummary(summarize(article))))
    )
      return;
    try {
      this.writeEncodedDetails(article.id, encodeDetails(article, this.now(), carried));
    } catch {
      // The copy is tried again the next time that the article is opened.
    }
  }

  /** Moves an unreadable file to quarantine. */
  setAside(id: ArticleId): SetAside {
    return setAside(this.fs, {
      path: articlePath(this.paths, id),
      into: this.paths.quarantine,
      name: `${this.now().getTime()}-${id}.json`,
    });
  }

  /** A damaged copy is moved to quarantine first; one of a newer version that cannot be read here stays as it is. */
  private writeEncodedDetails(id: ArticleId, bytes: Uint8Array): void {
    const { fs, paths, now } = this;
    const path = detailsPath(paths, id);
    if (this.readDetails(id) === null && fs.exists(path)) {
      if (isOfNewerApp(fs.read(path))) return;
      keepUnread(fs, {
        path,
        into: paths.quarantine,
        name: `${now().getTime()}-${id}.details.json`,
      });
    }
    fs.makeFolder(paths.next);
    writeSafely(fs, {
      path,
      temporary: join(paths.next, `${id}.details.json`),
      bytes,
    });
  }

  private async addFolder(
    id: ArticleId,
    contents: Readonly<Record<string, readonly Uint8Array[]>>,
    pictures: PictureFiles,
  ): Promise<void> {
    const { fs, paths } = this;
    const folder = join(paths.next, id);
    // A folder that exists here is an unfinished one of an earlier run.
    fs.removeFolder(folder);
    fs.makeFolder(folder);
    for (const [name, pieces] of Object.entries(contents)) {
      const path = join(folder, name);
      await writeInTurns(fs, { path, temporary: `${path}.part`, pieces });
    }
    const inside = { folder: join(folder, PICTURES_FOLDER), next: folder };
    await writePictures(fs, inside, pictures);
    await fs.syncFolderAside(folder);
    // One rename gives the complete folder its name, so that there is never an incomplete article.
    fs.rename(folder, articleFolder(paths, id));
    await fs.syncFolderAside(paths.library);
  }
}
