import { createFinderHere } from '#main/anchoring/finder.ts';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { createMarksService } from '#main/annotations/marks-service.ts';
import { createRevisions } from '#main/annotations/revisions.ts';
import { type Decisions, createDecisions } from '#main/import/decisions.ts';
import { eachOf } from '#main/library/each-of.ts';
import { editDetails } from '#main/library/edit-details.ts';
import { createLibrary } from '#main/library/library.ts';
import { type OwnArticles, openOwnArticles } from '#main/library/own-articles.ts';
import { anOwnArticle } from '#main/library/testing/an-own-article.ts';
import { FOLDER, openOn } from '#main/store/testing/in-memory-store.ts';
import { createMemoryDisk } from '#main/disk/testing/memory-disk.ts';
import { INPUTS } from '#shared/contract/contract.ts';
import type { Channel } from '#shared/contract/channels.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { bookmarkKey } from '#shared/domain/bookmark-key.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';

const WORDS = ['النهر', 'الجبل', 'السهل', 'المدينة', 'البحر', 'الصحراء'];

/** Creates an article with enough paragraphs to mark. */
const articleOn = (word: string) =>
  anOwnArticle(
    Array.from({ length: 8 }, (_none, index) => `فقرة ${index} فيها ${word} وكلام آخر عنه.`),
    { title: word },
  );

type Answer = Result<unknown>;

/** Opens the real library and store on a disk in memory, behind the bridge that the window calls. */
export async function openLibraryInMemory() {
  const fs = createMemoryDisk();
  let time = Date.UTC(2026, 0, 1);
  const now = () => new Date((time += 1000));
  const own = openOwnArticles({ dataFolder: FOLDER, fs, now, readOnly: null });
  const articles = WORDS.map(articleOn);
  for (const article of articles) await own.add(article);
  const store = openOn(fs);
  const library = createLibrary([], own);
  const nothing = (): void => undefined;
  const revisions = createRevisions();
  const marks = createMarksService({
    library,
    store,
    finder: createFinderHere(),
    now,
    newId: randomUUID,
    onChange: (id) => void revisions.next(id),
    revisionOf: revisions.of,
    onReading: nothing,
  });
  const decisions = createDecisions(own);

  const handlers: Partial<Record<Channel, (input: never) => Answer | Promise<Answer>>> = {
    'library/summaries': ({ articleIds }: { articleIds: ArticleId[] }) =>
      succeed(articleIds.flatMap((id) => own.summary(id) ?? [])),
    'library/edit': ({ articleId, details, from }: Edit) =>
      editDetails(own, articleId, details, from),
    'library/remove': ({ articleId }: ByArticle) => own.remove(articleId),
    'library/restore': ({ articleId }: ByArticle) => own.restore(articleId),
    'library/remove-many': ({ articleIds }: ByArticles) =>
      eachOf(articleIds, (id) => own.remove(id), nothing),
    'library/restore-many': ({ articleIds }: ByArticles) =>
      eachOf(articleIds, (id) => own.restore(id), nothing),
    'annotations/save': marks.saveAnnotation,
    'annotations/pin': marks.pinAnnotation,
    'marks/apply': marks.applyAndPlace,
    'bookmarks/set': ({ articleId, blockId, present }: BookmarkSet) =>
      marks.setBookmark(articleId, blockId, present),
    'shelf/put': ({ articleId, change }: ShelfPut) => marks.putShelf(articleId, change),
    'import/decide': ({ index }: { index: number }) => decide(own, decisions, articles, index),
    'import/put-decision': ({ decision, present }: { decision: string; present: boolean }) =>
      decisions.put(decision, present),
  };

  return {
    ids: articles.map(({ id }) => id),
    /** Calls one handler with a parsed input, as the main process does. */
    async invoke(channel: Channel, input: unknown): Promise<Answer> {
      const handler = handlers[channel];
      if (!handler) throw new Error(`no handler for ${channel}`);
      return handler(v.parse(INPUTS[channel], input) as never);
    },
    title: (id: ArticleId) => own.summary(id)?.title ?? null,
    annotations: (id: ArticleId): readonly Annotation[] => store.read(id).annotations,
    /** Returns everything that a reader could tell apart. */
    state: () =>
      articles.map(({ id }) => {
        const { annotations, bookmarks, shelf } = store.read(id);
        const summary = own.summary(id);
        return {
          title: summary?.title ?? null,
          tags: summary?.own?.tags ?? [],
          titleFrom: summary?.own?.from.title ?? null,
          annotations: annotations
            .map(({ id: key, meaning, note, tags, span }) =>
              JSON.stringify([key, meaning, note, tags, span.start]),
            )
            .toSorted(),
          bookmarks: bookmarks.map(bookmarkKey).toSorted(),
          saved: (shelf?.savedAt ?? null) !== null,
          finished: shelf?.finished?.is ?? false,
        };
      }),
  };
}

export type LibraryInMemory = Awaited<ReturnType<typeof openLibraryInMemory>>;

type ByArticle = v.InferOutput<(typeof INPUTS)['library/remove']>;
type ByArticles = v.InferOutput<(typeof INPUTS)['library/remove-many']>;
type Edit = v.InferOutput<(typeof INPUTS)['library/edit']>;
type BookmarkSet = v.InferOutput<(typeof INPUTS)['bookmarks/set']>;
type ShelfPut = v.InferOutput<(typeof INPUTS)['shelf/put']>;

/** Replaces an article by another version, of which only the title differs. */
function decide(
  own: OwnArticles,
  decisions: Decisions,
  articles: readonly { readonly id: ArticleId }[],
  index: number,
): Answer {
  const id = articles[index]?.id;
  const before = id && own.read(id);
  if (!before?.ok) return fail({ code: 'import/not-found' });
  const after = { ...before.value, title: `${before.value.title} +` };
  const replaced = own.replace(after);
  if (!replaced.ok) return replaced;
  const named = { articleId: after.id, title: before.value.title };
  const line = { index, name: 'a.txt', path: null };
  const decision = decisions.keep({
    effect: { kind: 'replaced', before: before.value, after },
    before: { ...line, outcome: { kind: 'duplicate', ...named } },
    after: { ...line, outcome: { kind: 'updated', ...named } },
  });
  return succeed({ decision, ...named });
}
