import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import type { AnnotationResult } from '#shared/domain/search-result.ts';
import type { AnnotationQuery } from '#shared/domain/search.ts';
import type { TagChange, TagCount, TagStep } from '#shared/domain/tags.ts';
import { countTags } from './count-tags.ts';
import { addTagged } from './find-tagged.ts';
import type { FoundChange } from './pending-change.ts';
import { type TagPlan, markedArticles, planTagChange } from './plan-change.ts';
import { type Side, type TagsError, type TagsParts, putPlan } from './put-plan.ts';

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
  /** Completes a change that was interrupted by the end of the app; a notice tells of one that cannot be read. */
  resume(): Promise<void>;
  /** Returns what the reader must know about an interrupted change. */
  notices(): readonly Coded[];
}

/** How many changes can be undone, as many as the window remembers; the oldest is forgotten first. */
const MAX_STEPS = 200;

export function createTags(parts: TagsParts): Tags {
  const { library, store, own, pending, newId } = parts;
  const steps = new Map<string, TagPlan>();
  let running: Promise<unknown> = Promise.resolve();
  let notices: readonly Coded[] = [];

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
        const put = await putPlan(parts, plan, 'after');
        if (!put.ok) return put;
        const step = newId();
        steps.set(step, plan);
        for (const oldest of steps.keys()) if (steps.size > MAX_STEPS) steps.delete(oldest);
        const changed = plan.articles.map(({ articleId }) => articleId);
        return succeed({
          step,
          marks: plan.marks.length,
          articles: changed.length,
          articleIds: [...new Set([...markedArticles(plan), ...changed])],
        });
      }),
    put: (step, side) =>
      afterEarlier(async () => {
        const plan = steps.get(step);
        return plan ? putPlan(parts, plan, side) : fail({ code: 'tags/no-such-step' });
      }),
    async resume() {
      const found = pending.find();
      notices = noticesOf(found, parts);
      if (found.kind === 'change' && !own.readOnly)
        await afterEarlier(() => putPlan(parts, found.plan, 'after'));
    },
    notices: () => notices,
  };
}

/** A damaged file is put aside, because the change that it describes cannot be completed. */
function noticesOf({ kind }: FoundChange, { own, pending }: TagsParts): readonly Coded[] {
  const { folder } = pending;
  if (kind === 'newer') return [{ code: 'tags/newer-change', params: { folder } }];
  if (kind !== 'damaged') return [];
  return [
    {
      code: 'tags/damaged-change',
      params: { folder: own.readOnly ? folder : pending.putAside() },
    },
  ];
}
