import type { ArticleId } from '#shared/domain/article.ts';
import type { BackupCounts, MarkChanges } from '#shared/domain/backup.ts';
import { isObject } from '#shared/domain/is-object.ts';
import { MAX_NAMED_ARTICLES } from '#shared/domain/limits.ts';
import { cutAtWord } from '#shared/domain/text.ts';
import { type MarksState, toMarks } from '../store/marks-state.ts';
import { compareInto, countInto } from './compare-marks.ts';
import { CopyRefusal } from './copy-refusal.ts';
import type { Inspection } from './inspection.ts';
import { type PresentLibrary, emptyState } from './present-library.ts';
import type { CopyVisitor } from './read-copy.ts';
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
export function createPlan({ present, stage }: Parts): Plan {
  const [inside, before] = [noCounts(), noCounts()];
  const changes: MarkChanges = { added: 0, changed: 0, removed: 0 };
  const articles = { added: 0, changed: 0, same: 0, kept: 0, leftOut: 0 };
  const changedTitles: { now: string; next: string }[] = [];
  const seen = new Set<string>();
  const fingerprint = startSha256();
  let [foreignMarks, originals, neededBytes] = [0, 0, 0];
  let settings: unknown = null;

  /** Refuses a second record of the same article, because the question could describe one and the restore use the other. */
  function once(what: string): void {
    if (seen.has(what)) throw new CopyRefusal('backup/damaged');
    seen.add(what);
  }

  function addToFingerprint(what: readonly unknown[]): void {
    fingerprint.update(JSON.stringify(what));
  }

  function putMarks(articleId: ArticleId, state: MarksState, from: MarksState): void {
    const [was, becomes] = [toMarks(from), toMarks(state)];
    countInto(before, was);
    compareInto(changes, was, becomes);
    stage?.marks(articleId, state);
  }

  return {
    marks(articleId, state) {
      once(`marks of ${articleId}`);
      foreignMarks += dropForeign(articleId, state);
      const from = present.marksOf(articleId);
      countInto(inside, toMarks(state));
      // Marks of a newer version are left unchanged.
      if (from) putMarks(articleId, state, from);
    },
    newerMarks(articleId, line) {
      once(`marks of ${articleId}`);
      const from = present.marksOf(articleId);
      if (from?.revision !== 0) return;
      neededBytes += line.length;
      stage?.newerMarks(articleId, line);
    },
    article(article) {
      const { id, title } = article;
      once(id);
      const there = present.article(id);
      addToFingerprint([
        id,
        article.contentHash,
        there.kind === 'article' ? there.contentHash : there.kind,
      ]);
      if (there.kind === 'newer') articles.kept += 1;
      else if (there.kind === 'article' && there.contentHash === article.contentHash)
        articles.same += 1;
      else {
        neededBytes += 2 * JSON.stringify(article).length;
        if (there.kind === 'none') {
          articles.added += 1;
          stage?.add(article);
          return;
        }
        articles.changed += 1;
        if (changedTitles.length < MAX_NAMED_ARTICLES)
          changedTitles.push({
            now: cutAtWord(there.kind === 'article' ? there.title : '', MAX_SHOWN_UTF16),
            next: cutAtWord(title, MAX_SHOWN_UTF16),
          });
        stage?.replace(article, there.kind === 'article' ? there.carried : null);
      }
    },
    adopted(id, line) {
      once(id);
      const there = present.article(id);
      addToFingerprint([id, there.kind]);
      if (there.kind !== 'none') {
        articles.kept += 1;
        return;
      }
      articles.added += 1;
      neededBytes += line.length;
      stage?.adopt(id, line);
    },
    leftOut(id) {
      once(id);
      articles.leftOut += 1;
    },
    settings(value) {
      settings = value;
    },
    original(name, sizeBytes) {
      if (present.hasOriginal(name)) return { take: () => undefined, end: () => undefined };
      originals += 1;
      neededBytes += sizeBytes;
      return stage?.original(name) ?? { take: () => undefined, end: () => undefined };
    },
    end(createdAt) {
      // Marks of articles that the copy does not contain are removed.
      for (const [articleId, state] of present.otherMarks())
        putMarks(articleId, emptyState(), state);
      stage?.finish();
      const counts = { inside, present: before, marks: changes, articles, foreignMarks };
      addToFingerprint([counts, originals]);
      return {
        question: { createdAt, ...counts, changedTitles },
        settings,
        neededBytes,
        fingerprint: fingerprint.digest('hex'),
      };
    },
  };
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
