import type { Annotation } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { AnnotationResult } from '#shared/domain/search-result.ts';
import type { AnnotationQuery } from '#shared/domain/search.ts';
import type { TagChange, TagCount, TagStep } from '#shared/domain/tags.ts';
import type { Library } from '../library/library.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import type { OwnArticleError } from '../library/own-errors.ts';
import { refusalReason } from '../disk/file-system.ts';
import { nextTurn } from '../disk/turns.ts';
import type { Change, MarksStore, StoreError } from '../store/marks-store.ts';
import { countTags } from './count-tags.ts';
import { addTagged } from './find-tagged.ts';
import type { PendingChange } from './pending-change.ts';
import { type TagPlan, planTagChange } from './plan-change.ts';

export type TagsError =
  | StoreError
  | OwnArticleError
  /** The change was made in an earlier run, or is too old. */
  | { readonly code: 'tags/no-such-step' }
  /** The change could be neither completed nor undone; the next start completes it. */
  | { readonly code: 'tags/unfinished' };

type Side = 'before' | 'after';

/** The tags of the whole library. */
export interface Tags {
  /** Returns every tag in use, the most used first. */
  list(): TagCount[];
  /** Adds to the hits of the search the highlights whose tags contain the query's words. */
  addFound(found: AnnotationResult, query: AnnotationQuery): AnnotationResult;
  /** Renames, merges or removes a tag in all highlights, notes and articles, completely or not at all. */
  change(change: TagChange): Promise<Result<TagStep, TagsError>>;
  /** Undoes or repeats a change, completely or not at all. */
  put(step: string, side: Side): Promise<Result<null, TagsError>>;
  /** Completes a change that was interrupted by the end of the app. */
  resume(): Promise<void>;
}

/** How many changes can be undone, as many as the window remembers; the oldest is forgotten first. */
const MAX_STEPS = 200;

interface Parts {
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

export function createTags(parts: Parts): Tags {
  const { library, store, own, pending, now, newId, onChange } = parts;
  const steps = new Map<string, TagPlan>();
  let running: Promise<unknown> = Promise.resolve();

  /** Serialises the changes, because each builds on the result of the one before. */
  function afterEarlier<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = running.then(work, work);
    running = done.catch(() => null);
    return done;
  }

  const tagged = () =>
    library.list().map(({ id, own: ownFields }) => ({
      articleId: id,
      marks: store.read(id),
      tags: ownFields?.tags ?? [],
    }));

  function putMarks(articleId: ArticleId, plan: TagPlan, side: Side): Result<null, StoreError> {
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

  /** Returns the parts of a change, each of which is written completely or not at all. */
  const partsOf = (
    plan: TagPlan,
  ): ((side: Side) => Result<null, StoreError | OwnArticleError>)[] => [
    ...[...new Set(plan.marks.map(({ articleId }) => articleId))].map(
      (articleId) => (side: Side) => putMarks(articleId, plan, side),
    ),
    ...plan.articles.map((article) => (side: Side) => putArticle(article, side)),
  ];

  async function putWhole(plan: TagPlan, side: Side): Promise<Result<null, TagsError>> {
    if (!own.isWriter) return fail({ code: 'store/not-saved', params: { reason: 'read-only' } });
    const other = side === 'after' ? 'before' : 'after';
    try {
      pending.write(side === 'after' ? plan : reversed(plan));
    } catch (error) {
      return fail({ code: 'store/not-saved', params: { reason: refusalReason(error) } });
    }
    const done: ReturnType<typeof partsOf> = [];
    for (const part of partsOf(plan)) {
      const put = part(side);
      if (put.ok) {
        done.push(part);
        // Other work can run between the articles of a large change.
        await nextTurn();
        continue;
      }
      if (done.every((each) => each(other).ok)) {
        clear();
        return put;
      }
      return fail({ code: 'tags/unfinished' });
    }
    clear();
    onChange(
      marked(plan),
      plan.articles.map(({ articleId }) => articleId),
    );
    return succeed(null);
  }

  function clear(): void {
    try {
      pending.clear();
    } catch {
      // The next start writes the same values once more, which changes nothing.
    }
  }

  return {
    list: () => countTags(tagged()),
    addFound: (found, query) =>
      addTagged(
        found,
        query,
        library.list().map(({ id }) => [id, store.read(id)] as const),
      ),
    change: (change) =>
      afterEarlier(async () => {
        const plan = planTagChange(tagged(), change);
        const put = await putWhole(plan, 'after');
        if (!put.ok) return put;
        const step = newId();
        steps.set(step, plan);
        for (const oldest of steps.keys()) if (steps.size > MAX_STEPS) steps.delete(oldest);
        const changed = plan.articles.map(({ articleId }) => articleId);
        return succeed({
          step,
          marks: plan.marks.length,
          articles: changed.length,
          articleIds: [...new Set([...marked(plan), ...changed])],
        });
      }),
    put: (step, side) =>
      afterEarlier(async () => {
        const plan = steps.get(step);
        return plan ? putWhole(plan, side) : fail({ code: 'tags/no-such-step' });
      }),
    async resume() {
      const plan = own.isWriter ? pending.read() : null;
      if (plan) await afterEarlier(() => putWhole(plan, 'after'));
    },
  };
}

const marked = ({ marks }: TagPlan): ArticleId[] => [
  ...new Set(marks.map(({ articleId }) => articleId)),
];

/** Returns the change in the opposite direction. */
const reversed = ({ marks, articles }: TagPlan): TagPlan => ({
  marks: marks.map(({ before, after, ...which }) => ({ ...which, before: after, after: before })),
  articles: articles.map(({ before, after, ...which }) => ({
    ...which,
    before: after,
    after: before,
  })),
});
