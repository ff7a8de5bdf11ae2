import type { Article, ArticleId } from '#shared/domain/article.ts';
import type { BackupCounts, MarkChanges } from '#shared/domain/backup.ts';
import { isObject } from '#shared/domain/is-object.ts';
import { MAX_NAMED_ARTICLES } from '#shared/domain/limits.ts';
import { cutAtWord } from '#shared/domain/text.ts';
import { type MarksState, toMarks } from '../store/marks-state.ts';
import { compareInto, countInto } from './compare-marks.ts';
import { CopyRefusal } from './copy-refusal.ts';
import type { Inspection } from './inspection.ts';
import { type PresentArticle, type PresentLibrary, emptyState } from './present-library.ts';
import type { CopiedAsset, CopyVisitor, Taker } from './read-copy.ts';
import type { Stage } from './stage.ts';
import { startSha256 } from '../disk/checksum.ts';

/** Longest title in the question, UTF-16 units. */
const MAX_SHOWN_UTF16 = 120;

/** Finds out what the restore of a copy would change. */
export interface Plan extends CopyVisitor {
  /** Returns what was found, and completes the stage if there is one. @param createdAt  time of the copy, ISO 8601 */
  end(createdAt: string): Inspection;
}

interface Parts {
  readonly present: PresentLibrary;
  /** Where the restore is prepared, or `null` when the copy is only compared. */
  readonly stage: Stage | null;
}

const noCounts = (): BackupCounts => ({ articles: 0, annotations: 0, notes: 0, bookmarks: 0 });

/** Creates a plan, which changes nothing but the stage. */
export const createPlan = (parts: Parts): Plan => new RestorePlan(parts);

class RestorePlan implements Plan {
  private readonly present: PresentLibrary;
  private readonly stage: Stage | null;
  private readonly inside = noCounts();
  private readonly before = noCounts();
  private readonly changes: MarkChanges = { added: 0, changed: 0, removed: 0 };
  private readonly articles = { added: 0, changed: 0, same: 0, kept: 0, leftOut: 0 };
  private readonly changedTitles: { now: string; next: string }[] = [];
  private readonly seen = new Set<string>();
  private readonly fingerprint = startSha256();
  private foreignMarks = 0;
  private originals = 0;
  private neededBytes = 0;
  private value: unknown = null;

  constructor({ present, stage }: Parts) {
    this.present = present;
    this.stage = stage;
  }

  marks(articleId: ArticleId, state: MarksState): void {
    this.once(`marks of ${articleId}`);
    this.foreignMarks += dropForeign(articleId, state);
    const from = this.present.marksOf(articleId);
    countInto(this.inside, toMarks(state));
    // Marks of a newer version are left unchanged.
    if (from) this.putMarks(articleId, state, from);
  }

  newerMarks(articleId: ArticleId, line: Uint8Array): void {
    this.once(`marks of ${articleId}`);
    const from = this.present.marksOf(articleId);
    if (from?.revision !== 0) return;
    this.neededBytes += line.length;
    this.stage?.newerMarks(articleId, line);
  }

  article(article: Article): void {
    const { id, contentHash } = article;
    this.once(id);
    const there = this.present.article(id);
    this.addToFingerprint([
      id,
      contentHash,
      there.kind === 'article' ? there.contentHash : there.kind,
    ]);
    if (there.kind === 'newer') this.articles.kept += 1;
    else if (there.kind === 'article' && there.contentHash === contentHash) this.articles.same += 1;
    else this.putArticle(article, there);
  }

  private putArticle(
    article: Article,
    there: Exclude<PresentArticle, { readonly kind: 'newer' }>,
  ): void {
    this.neededBytes += 2 * JSON.stringify(article).length;
    if (there.kind === 'none') {
      this.articles.added += 1;
      this.stage?.add(article);
      return;
    }
    this.articles.changed += 1;
    const { title, carried } = there.kind === 'article' ? there : { title: '', carried: null };
    if (this.changedTitles.length < MAX_NAMED_ARTICLES)
      this.changedTitles.push({
        now: cutAtWord(title, MAX_SHOWN_UTF16),
        next: cutAtWord(article.title, MAX_SHOWN_UTF16),
      });
    this.stage?.replace(article, carried);
  }

  adopted(id: ArticleId, line: Uint8Array): void {
    this.once(id);
    const there = this.present.article(id);
    this.addToFingerprint([id, there.kind]);
    if (there.kind !== 'none') {
      this.articles.kept += 1;
      return;
    }
    this.articles.added += 1;
    this.neededBytes += line.length;
    this.stage?.adopt(id, line);
  }

  leftOut(id: ArticleId): void {
    this.once(id);
    this.articles.leftOut += 1;
  }

  settings(value: unknown): void {
    this.value = value;
  }

  original(name: string, sizeBytes: number): ReturnType<CopyVisitor['original']> {
    const ignored = { take: () => undefined, end: () => undefined };
    if (this.present.hasOriginal(name)) return ignored;
    this.originals += 1;
    this.neededBytes += sizeBytes;
    return this.stage?.original(name) ?? ignored;
  }

  asset({ id, sha256, sizeBytes }: CopiedAsset): Taker {
    const ignored = { take: () => undefined, end: () => undefined };
    if (this.present.hasPicture(id, sha256)) return ignored;
    this.neededBytes += sizeBytes;
    return this.stage?.asset(id, sha256) ?? ignored;
  }

  end(createdAt: string): Inspection {
    // Marks of articles that the copy does not contain are removed.
    for (const [articleId, state] of this.present.otherMarks())
      this.putMarks(articleId, emptyState(), state);
    this.stage?.finish();
    const { inside, before, changes, articles, foreignMarks, changedTitles } = this;
    const counts = { inside, present: before, marks: changes, articles, foreignMarks };
    this.addToFingerprint([counts, this.originals]);
    return {
      question: { createdAt, ...counts, changedTitles },
      settings: this.value,
      neededBytes: this.neededBytes,
      fingerprint: this.fingerprint.digest('hex'),
    };
  }

  /** Refuses a second record of the same article, because the question could describe one and the restore use the other. */
  private once(what: string): void {
    if (this.seen.has(what)) throw new CopyRefusal('backup/damaged');
    this.seen.add(what);
  }

  private addToFingerprint(what: readonly unknown[]): void {
    this.fingerprint.update(JSON.stringify(what));
  }

  private putMarks(articleId: ArticleId, state: MarksState, from: MarksState): void {
    const [was, becomes] = [toMarks(from), toMarks(state)];
    countInto(this.before, was);
    compareInto(this.changes, was, becomes);
    this.stage?.marks(articleId, state);
  }
}

/** Drops highlights that name another article, because this article could not remove them. Returns how many there were. */
function dropForeign(articleId: ArticleId, state: MarksState): number {
  const { annotations } = state.unread;
  const kept = annotations.filter(
    (each) => !isObject(each) || (each['articleId'] ?? articleId) === articleId,
  );
  state.unread = { ...state.unread, annotations: kept };
  return annotations.length - kept.length;
}
