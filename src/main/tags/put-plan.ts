import type { Annotation } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { refusalReason } from '../disk/file-system.ts';
import { nextTurn } from '../disk/turns.ts';
import type { Library } from '../library/library.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import type { OwnArticleError } from '../library/own-errors.ts';
import type { Change, MarksStore, StoreError } from '../store/marks-store.ts';
import type { PendingChange } from './pending-change.ts';
import { type TagPlan, markedArticles, reversed } from './plan-change.ts';

export type TagsError =
  | StoreError
  | OwnArticleError
  /** The change was made in an earlier run, or is too old. */
  | { readonly code: 'tags/no-such-step' }
  /** The change could be neither completed nor undone; the next start completes it. */
  | { readonly code: 'tags/unfinished' };

/** The values of a plan that are written: those from before the change, or those after it. */
export type Side = 'before' | 'after';

/** What changes of tags work with. */
export interface TagsParts {
  readonly library: Library;
  readonly store: MarksStore;
  readonly own: OwnArticles;
  readonly pending: PendingChange;
  readonly now: () => Date;
  /** Creates a random UUID. */
  readonly newId: () => string;
  /** Called after a change was saved, with the articles whose highlights changed and those whose own tags changed. */
  readonly onChange: (marked: readonly ArticleId[], changed: readonly ArticleId[]) => void;
}

type Part = (side: Side) => Result<null, StoreError | OwnArticleError>;

/** Writes one side of a plan in all articles, completely or not at all. */
export async function putPlan(
  parts: TagsParts,
  plan: TagPlan,
  side: Side,
): Promise<Result<null, TagsError>> {
  const { own, pending, onChange } = parts;
  if (own.readOnly) return fail({ code: 'store/not-saved', params: { reason: own.readOnly } });
  try {
    pending.write(side === 'after' ? plan : reversed(plan));
  } catch (error) {
    return fail({ code: 'store/not-saved', params: { reason: refusalReason(error) } });
  }
  const put = await putParts(partsOf(parts, plan), side);
  if (!put.ok && put.error.code === 'tags/unfinished') return put;
  clear(pending);
  if (put.ok) {
    const changed = plan.articles.map(({ articleId }) => articleId);
    onChange(markedArticles(plan), changed);
  }
  return put;
}

/** Writes all parts. When one cannot be written, it writes the other side of those before it again. */
async function putParts(parts: readonly Part[], side: Side): Promise<Result<null, TagsError>> {
  const other = side === 'after' ? 'before' : 'after';
  const done: Part[] = [];
  for (const part of parts) {
    const put = part(side);
    if (!put.ok)
      return done.every((each) => each(other).ok) ? put : fail({ code: 'tags/unfinished' });
    done.push(part);
    // Other work can run between the articles of a large change.
    await nextTurn();
  }
  return succeed(null);
}

/** Returns the parts of a change, each of which is written completely or not at all. */
const partsOf = (parts: TagsParts, plan: TagPlan): Part[] => [
  ...markedArticles(plan).map((id) => (side: Side) => putMarks(parts, id, plan, side)),
  ...plan.articles.map((article) => (side: Side) => putArticle(parts, article, side)),
];

function putMarks(
  { store, now }: TagsParts,
  articleId: ArticleId,
  plan: TagPlan,
  side: Side,
): Result<null, StoreError> {
  const at = now().toISOString();
  const changes = plan.marks
    .filter((each) => each.articleId === articleId)
    .flatMap(({ id, ...sides }): Change[] => {
      const record = store.findAnnotation(articleId, id);
      if (!record) return [];
      const { tags, note } = sides[side];
      // A note that was rewritten since then stays unchanged.
      const isKnown = record.note === sides[side === 'after' ? 'before' : 'after'].note;
      const annotation: Annotation = {
        ...record,
        tags: [...tags],
        note: isKnown ? note : record.note,
        updatedAt: at,
      };
      return [{ kind: 'put-annotation', articleId, at, annotation }];
    });
  return store.change(articleId, changes);
}

function putArticle(
  { own }: TagsParts,
  { articleId, ...sides }: TagPlan['articles'][number],
  side: Side,
): Result<null, OwnArticleError> {
  const read = own.read(articleId);
  // An article that is no longer in the library needs no change.
  if (!read.ok || !read.value.own) return succeed(null);
  return own.replace({
    ...read.value,
    own: { ...read.value.own, tags: [...sides[side]] },
  });
}

function clear(pending: PendingChange): void {
  try {
    pending.clear();
  } catch {
    // The next start writes the same values once more, which changes nothing.
  }
}
