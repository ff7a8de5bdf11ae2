import type { Article, ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import type { Result } from '#shared/domain/result.ts';
import type { FileSystem, RefusalReason } from '../disk/file-system.ts';
import type { Damage } from './damage.ts';
import type { PictureFiles } from './pictures.ts';
import type { NotSaved, NotShown, OwnArticleError } from './own-errors.ts';

/** The articles that the reader added, each in a folder of its own. */
export interface OwnArticles {
  /** Why nothing may be changed, such as another process that writes; `null` when this process may write. */
  readonly readOnly: RefusalReason | null;
  /** False when the disk could not list the articles at the start; those of the catalogue are then used. */
  readonly isListed: boolean;
  /**
   * Returns the summaries in no particular order, including those of damaged articles and of articles from a newer
   * version.
   */
  list(): readonly ArticleSummary[];
  summary(id: ArticleId): ArticleSummary | undefined;
  /** Reads one article. Damaged bytes are moved to quarantine and reported to `onDamaged`. */
  read(id: ArticleId): Result<Article, NotShown>;
  /** Finds the article whose original or former original has this SHA-256. */
  findByOriginal(sha256: string): ArticleSummary | undefined;
  /** Finds the article whose canonical text has this hash. */
  findByContent(contentHash: string): ArticleSummary | undefined;
  /**
   * Adds an article to the library, durably and completely or not at all. It yields at each wait for the disk, so
   * that other work can run while hundreds of articles are added.
   *
   * @param pictures  of the article, which are written into its folder
   */
  add(article: Article, pictures?: PictureFiles): Promise<Result<null, NotSaved>>;
  /**
   * Writes pictures into the folder of a known article, durably. The article may name them afterwards; those that it does
   * not name stay, because an earlier version of it may come back.
   */
  addPictures(id: ArticleId, pictures: PictureFiles): Promise<Result<null, NotSaved>>;
  /**
   * Announces that the folders of these articles are about to change. It is durable, so that a power cut cannot leave
   * old summaries beside changed folders.
   */
  expectChanges(ids: readonly ArticleId[]): void;
  /**
   * Reads an article again after its folder was added, changed or removed.
   *
   * @param summary  the summary of the new article, if it is known; without it the whole text is decoded
   */
  reread(id: ArticleId, summary?: ArticleSummary): void;
  /** Replaces a known article: its text, its details, or a damaged one. */
  replace(article: Article): Result<null, OwnArticleError>;
  /** Moves an article to the bin. */
  remove(id: ArticleId): Result<null, OwnArticleError>;
  /** Restores an article from the bin. */
  restore(id: ArticleId): Result<null, OwnArticleError>;
  /** Returns the damaged articles that were not converted again yet. */
  damages(): readonly Damage[];
  /** Finds the damaged article whose original has this SHA-256. */
  findDamage(sha256: string): Damage | undefined;
  /** Returns how many damaged files were moved to quarantine since the start. */
  aside(): number;
  /** Records why a damaged article could not be converted again. */
  leaveDamaged(id: ArticleId, reason: string): void;
  /**
   * Merges the catalogue, writes missing second copies, and looks for damaged articles and old summaries. It takes time,
   * so it should run when the app is idle.
   */
  tidy(): void;
  close(): void;
}

export interface OwnArticlesOptions {
  readonly dataFolder: string;
  readonly fs: FileSystem;
  readonly now: () => Date;
  /** Why nothing may be changed, such as another process that writes; `null` when this process may write. */
  readonly readOnly: RefusalReason | null;
  /** Called when an article turns out to be damaged after the start. */
  readonly onDamaged?: (id: ArticleId) => void;
  /** Called when the catalogue had an old summary of this article, which is now replaced. */
  readonly onCorrected?: (article: Article) => void;
}
