import type { Article, ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import type { Result } from '#shared/domain/result.ts';
import type { FileSystem } from '../store/file-system.ts';
import type { Damage } from './damage.ts';
import type { NotSaved, NotShown, OwnArticleError } from './own-errors.ts';

/** The articles that the reader brought, each in a folder of its own. */
export interface OwnArticles {
  /** False while another process may be writing in the folder, or the folder refuses. */
  readonly isWriter: boolean;
  /** False when the disk did not list the articles at the opening: those of the catalogue are there. */
  readonly isListed: boolean;
  /** Without texts, in no order; also those that are damaged or of a newer version. */
  list(): readonly ArticleSummary[];
  summary(id: ArticleId): ArticleSummary | undefined;
  /** Reads one article; damaged bytes are put aside, and `onDamaged` is told. */
  read(id: ArticleId): Result<Article, NotShown>;
  /** The article that was made from a file with this SHA-256, in its present or a former version. */
  findByOriginal(sha256: string): ArticleSummary | undefined;
  /** The article whose canonical text has this hash. */
  findByContent(contentHash: string): ArticleSummary | undefined;
  /**
   * Puts an article into the library: whole and durable, or not at all. Each wait for the disk is a turn of its own,
   * so that nothing else stands still while hundreds come in.
   */
  add(article: Article): Promise<Result<null, NotSaved>>;
  /** Whole folders of articles are about to change; durable, so that no power cut leaves old summaries beside them. */
  expectChanges(ids: readonly ArticleId[]): void;
  /** The folder of an article was put there, changed or taken away: what is in it is read again. */
  reread(id: ArticleId): void;
  /** The bytes of an article's file as one line; `null` when they are damaged or not to be had. */
  bytes(id: ArticleId): Uint8Array | null;
  /** Replaces a known article: another text, other details, or a damaged one. */
  replace(article: Article): Result<null, OwnArticleError>;
  /** Moves an article to the bin. */
  remove(id: ArticleId): Result<null, OwnArticleError>;
  /** Brings an article back from the bin. */
  restore(id: ArticleId): Result<null, OwnArticleError>;
  /** The damaged articles that wait to be made again. */
  damages(): readonly Damage[];
  /** The damaged article that was made from a file with this SHA-256. */
  findDamage(sha256: string): Damage | undefined;
  /** How many damaged files were moved to the quarantine since the start. */
  aside(): number;
  /** Why a damaged article cannot be made again. */
  leaveDamaged(id: ArticleId, reason: string): void;
  /** Merges the catalogue and completes the second copies; for when nothing else is to be done. */
  tidy(): void;
  close(): void;
}

export interface OwnArticlesOptions {
  readonly dataFolder: string;
  readonly fs: FileSystem;
  readonly now: () => Date;
  /** False while another process may be writing in the folder, or the folder refuses. */
  readonly isWriter: boolean;
  /** Called when an article turns out to be damaged after the opening. */
  readonly onDamaged?: (id: ArticleId) => void;
}
