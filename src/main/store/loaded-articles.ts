import { join } from 'node:path';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { invariant } from '#shared/domain/result.ts';
import type { Change } from './change.ts';
import { type LoadTools, type LoadedMarks, loadMarks } from './marks-loader.ts';
import { applyChange, countUnread, toMarks } from './marks-state.ts';
import { marksFileName } from './paths.ts';
import type { Replay } from './replay.ts';

interface Article extends LoadedMarks {
  /** What the reader sees; `null` after a change until it is computed again. */
  view: ArticleMarks | null;
}

interface Tools extends Omit<LoadTools, 'names'> {
  /** Names of all marks files, if known; a file that appears later is added. */
  readonly names: Set<string> | null;
}

/** The articles whose marks were read from the disk, each with the changes of the journal. */
export class LoadedArticles {
  /** Articles with a missing copy, which the next compaction writes again. */
  readonly toRepair = new Set<ArticleId>();
  private readonly articles = new Map<ArticleId, Article>();
  private readonly tools: Tools;
  private readonly replay: Replay;

  constructor(tools: Tools, replay: Replay) {
    this.tools = tools;
    this.replay = replay;
  }

  ids(): Iterable<ArticleId> {
    return this.articles.keys();
  }

  load(articleId: ArticleId): Article {
    const known = this.articles.get(articleId);
    if (known) return known;
    const loaded = loadMarks(this.tools, articleId);
    const later = this.replay.byArticle.get(articleId) ?? [];
    for (const record of later) applyChange(loaded.state, record);
    const article = { ...loaded, view: null };
    this.articles.set(articleId, article);
    if (loaded.needsRepair) this.toRepair.add(articleId);
    return article;
  }

  /** Returns what the reader sees. */
  view(articleId: ArticleId): ArticleMarks {
    const article = this.load(articleId);
    article.view ??= toMarks(article.state);
    return article.view;
  }

  /** Updates the view after changes. One of the reading position alone leaves the sorted annotations as they are. */
  refreshView(articleId: ArticleId, changes: readonly Change[]): void {
    const article = this.load(articleId);
    if (!article.view || changes.some(({ kind }) => kind !== 'put-reading')) article.view = null;
    else article.view = { ...article.view, reading: article.state.reading };
  }

  /** Returns the highest revision of some articles; 0 when there are none. */
  lastRevision(ids: Iterable<ArticleId>): number {
    let last = 0;
    for (const id of ids) last = Math.max(last, this.load(id).state.revision);
    return last;
  }

  /** Forgets an article, so that its file is read again. Nothing may be stored for it yet. */
  forget(articleId: ArticleId): void {
    const { fs, paths, names } = this.tools;
    const isNew = isEmpty(this.load(articleId)) || !this.replay.byArticle.has(articleId);
    invariant(isNew, 'nothing is stored');
    const name = `${marksFileName(articleId)}.json`;
    if (fs.exists(join(paths.marks, name))) names?.add(name);
    this.articles.delete(articleId);
  }

  /** Counts the records of newer versions in the loaded articles. */
  countUnread(): number {
    return [...this.articles.values()].reduce((sum, { state }) => sum + countUnread(state), 0);
  }
}

/** True when nothing was ever stored for the article. */
const isEmpty = ({ state, refusal }: LoadedMarks): boolean =>
  state.revision === 0 && refusal === null && countUnread(state) === 0;
