import type { Annotation } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { AnnotationResult } from '#shared/domain/search-result.ts';
import type { AnnotationQuery } from '#shared/domain/search.ts';
import type { TagChange, TagCount, TagStep } from '#shared/domain/tags.ts';
import type { Library } from '../library/library.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import type { OwnArticleError } from '../library/own-errors.ts';
import { refusalReason } from '../store/file-system.ts';
import type { Change, MarksStore, StoreError } from '../store/marks-store.ts';
import { countTags } from './count-tags.ts';
import { addTagged } from './find-tagged.ts';
import type { PendingChange } from './pending-change.ts';
import { type TagPlan, planTagChange } from './plan-change.ts';

export type TagsError =
  | StoreError
  | OwnArticleError
  /** The change is of an earlier run, or too old. */
  | { readonly code: 'tags/no-such-step' }
  /** It could neither be made whole nor be taken back: the next start finishes it. */
  | { readonly code: 'tags/unfinished' };

type Side = 'before' | 'after';

/** The tags of the whole library. */
export interface Tags {
  /** Every tag in use, the most used first. */
  list(): TagCount[];
  /** Adds to what the search finds the highlights that have the query's words in their tags. */
  addFound(found: AnnotationResult, query: AnnotationQuery): AnnotationResult;
  /** Renames, merges or removes a tag in all highlights, notes and articles: whole, or not at all. */
  change(change: TagChange): Promise<Result<TagStep, TagsError>>;
  /** Takes a change back, or makes it again: whole, or not at all. */
  put(step: string, side: Side): Promise<Result<null, TagsError>>;
  /** Finishes a change that an end of the app has cut off. */
  resume(): Promise<void>;
}

/** Changes that can be taken back, oldest forgotten first: as many as the window remembers. */
const MAX_STEPS = 200;

interface Parts {
  readonly library: Library;
  readonly store: MarksStore;
  readonly own: OwnArticles;
  readonly pending: PendingChange;
  readonly now: () => Date;
  /** A random UUID. */
  readonly newId: () => string;
  /** Called after a change is on the disk, with the articles in whose highlights, and those in which, it was made. */
  readonly onChange: (marked: readonly ArticleId[], changed: readonly ArticleId[]) => void;
}

export function createTags(parts: Parts): Tags {
  const { library, store, own, pending, now, newId, onChange } = parts;
  const steps = new Map<string, TagPlan>();
  let running: Promise<unknown> = Promise.resolve();

  /** One change at a time: each works on what the one before has left. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = running.then(work, work);
    running = done.catch(() => null);
    return done;
  }

  const tagged = () =>
    library.list().map(({ id, own: brought }) => ({
      articleId: id,
      marks: store.read(id),
      tags: brought?.tags ?? [],
    }));

  function putMarks(articleId: ArticleId, plan: TagPlan, side: Side): Result<null, StoreError> {
    const at = now().toISOString();
    const changes = plan.marks
      .filter((each) => each.articleId === articleId)
      .flatMap(({ id, ...sides }): Change[] => {
        const record = store.findAnnotation(articleId, id);
        if (!record) return [];
        const { tags, note } = sides[side];
        // A note that was written anew since then stays as it is.
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
    // An article that has left the library has nothing to change.
    if (!read.ok || !read.value.own) return succeed(null);
    return own.replace({
      ...read.value,
      own: { ...read.value.own, tags: [...sides[side]] },
    });
  }

  /** Every part of a change, each whole in itself. */
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
      pending.write(side === 'after' ? plan : turned(plan));
    } catch (error) {
      return fail({ code: 'store/not-saved', params: { reason: refusalReason(error) } });
    }
    const done: ReturnType<typeof partsOf> = [];
    for (const part of partsOf(plan)) {
      const put = part(side);
      if (put.ok) {
        done.push(part);
        // Nothing else waits for a thousand articles.
        await new Promise((resolve) => setImmediate(resolve));
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
      // The next start puts once more what stands already.
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
      inTurn(async () => {
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
      inTurn(async () => {
        const plan = steps.get(step);
        return plan ? putWhole(plan, side) : fail({ code: 'tags/no-such-step' });
      }),
    async resume() {
      const plan = own.isWriter ? pending.read() : null;
      if (plan) await inTurn(() => putWhole(plan, 'after'));
    },
  };
}

const marked = ({ marks }: TagPlan): ArticleId[] => [
  ...new Set(marks.map(({ articleId }) => articleId)),
];

/** The same change, the other way round. */
const turned = ({ marks, articles }: TagPlan): TagPlan => ({
  marks: marks.map(({ before, after, ...which }) => ({ ...which, before: after, after: before })),
  articles: articles.map(({ before, after, ...which }) => ({
    ...which,
    before: after,
    after: before,
  })),
});
