import { join } from 'node:path';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import {
  type FileSystem,
  type OpenFile,
  discard,
  writeAll,
  writeSafely,
} from '../disk/file-system.ts';
import type { OwnPaths } from './own-paths.ts';
import { type Line, encodeLine, listParts, partName, readPart } from './catalogue-parts.ts';

/** With this many parts, `merge` combines them, because every start reads all of them. */
const MERGE_FROM_PARTS = 4;

/**
 * The summaries of all own articles, so that a start need not read every article. It is only a cache, because the
 * articles' own files decide. An article without a summary is read at the start. When the newest part is lost, an older
 * summary may be shown until the check of the articles compares it with the article's details (`check-articles.ts`). Only
 * for a damaged article without a second copy of its details are they nowhere else.
 */
export class Catalogue {
  readonly summaries = new Map<ArticleId, ArticleSummary>();
  private readonly changing = new Set<ArticleId>();
  private readonly fs: FileSystem;
  private readonly paths: OwnPaths;
  private readonly isWriter: boolean;
  private nextNumber: number;
  /** The part that this run has started; `null` before its first line. */
  private part: OpenFile | null = null;

  /**
   * Reads the catalogue. Each run of the app starts a new part.
   *
   * @param isWriter false while another process may be writing; nothing is then written
   */
  constructor(fs: FileSystem, paths: OwnPaths, { isWriter }: { isWriter: boolean }) {
    this.fs = fs;
    this.paths = paths;
    this.isWriter = isWriter;
    const parts = listParts(fs, paths);
    for (const { path } of parts) readPart(fs, path, this.summaries);
    this.nextNumber = (parts.at(-1)?.number ?? 0) + 1;
  }

  put(summary: ArticleSummary): void {
    this.changing.delete(summary.id);
    this.summaries.set(summary.id, summary);
    this.append({ put: summary }, false);
  }

  /**
   * Marks articles as about to change. The lines are durable, so that a power cut cannot leave an old summary beside
   * a changed article.
   */
  touch(ids: readonly ArticleId[]): void {
    // Syncing the last line makes the earlier ones durable as well.
    for (const [index, id] of ids.entries()) {
      this.changing.add(id);
      this.append({ touch: id }, index === ids.length - 1);
    }
  }

  /** True from `touch` until the new summary is put, while the article's files may be between two states. */
  isChanging(id: ArticleId): boolean {
    return this.changing.has(id);
  }

  /**
   * Forgets the summary of an article that turned out to be damaged, durably; from then on only its folder tells
   * about it.
   */
  lose(id: ArticleId): void {
    this.changing.delete(id);
    if (this.summaries.delete(id)) this.append({ touch: id }, true);
  }

  drop(id: ArticleId): void {
    this.changing.delete(id);
    if (this.summaries.delete(id)) this.append({ drop: id }, false);
  }

  /** Merges the parts when there are many. */
  merge(): void {
    const { fs, paths } = this;
    const old = listParts(fs, paths);
    if (old.length < MERGE_FROM_PARTS) return;
    this.close();
    const name = partName(this.nextNumber++);
    const lines = [...this.summaries.values()].map((summary) => encodeLine({ put: summary }));
    fs.makeFolder(paths.next);
    writeSafely(fs, {
      path: join(paths.library, name),
      temporary: join(paths.next, name),
      bytes: Buffer.concat(lines),
    });
    fs.syncFolder(paths.library);
    for (const { path } of old) discard(fs, path);
  }

  close(): void {
    if (this.part === null) return;
    const file = this.part;
    this.part = null;
    try {
      this.fs.close(file);
    } catch {
      // A failure to close loses nothing that matters.
    }
  }

  private append(line: Line, durable: boolean): void {
    if (!this.isWriter) return;
    try {
      this.part ??= this.startPart();
      writeAll(this.fs, this.part, encodeLine(line));
      if (durable) this.fs.sync(this.part);
    } catch {
      // A later line would be lost behind a torn one, so a new part is started. The cache may lack this line, because
      // the next start reads the article.
      this.close();
    }
  }

  private startPart(): OpenFile {
    this.fs.makeFolder(this.paths.library);
    return this.fs.create(join(this.paths.library, partName(this.nextNumber++)));
  }
}
