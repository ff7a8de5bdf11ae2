import { join } from 'node:path';
import * as v from 'valibot';
import { tidyTags } from '#shared/arabic/tags.ts';
import type { Article, ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { type LabelGroup, labelGroupSchema } from '#shared/domain/labels.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { type FileSystem, discard, refusalReason, writeSafely } from '../store/file-system.ts';
import { createPace } from '../turns.ts';
import { type NotSaved, notSaved } from './own-errors.ts';
import type { OwnArticles } from './own-articles.ts';
import { ownPaths } from './own-paths.ts';

/** Version of `labels.json`. */
const VERSION = 1;

const pendingSchema = v.object({
  version: v.literal(VERSION),
  groups: v.array(labelGroupSchema),
});

/** Labels of many articles of the reader's own, changed together. */
export interface Labeller {
  /**
   * Gives the articles their labels, all of them or none, and answers what they had before. Articles that are not there, or
   * have no labels of their own, are left out. What is to be done is on the disk before the first article is touched, so that
   * a kill in the middle loses nothing: `resume` does the rest.
   */
  label(groups: readonly LabelGroup[]): Promise<Result<LabelGroup[], NotSaved>>;
  /** Finishes what a kill has cut off; for after a start. */
  resume(): Promise<void>;
}

interface Parts {
  readonly own: OwnArticles;
  readonly fs: FileSystem;
  readonly dataFolder: string;
  /** An article has other labels now. */
  readonly onLabelled: (id: ArticleId) => void;
}

interface Labels {
  readonly tags: readonly string[];
  readonly collections: readonly string[];
}

export function createLabeller({ own, fs, dataFolder, onLabelled }: Parts): Labeller {
  const paths = ownPaths(dataFolder);
  const path = join(paths.library, 'labels.json');
  /** One change after the other. */
  let turn: Promise<unknown> = Promise.resolve();

  /** The articles of the groups that have labels, each with its new ones. */
  function wantedOf(groups: readonly LabelGroup[]): Map<ArticleId, Labels> {
    const wanted = new Map<ArticleId, Labels>();
    for (const { articleIds, tags, collections } of groups)
      for (const id of articleIds)
        if (isWritable(own.summary(id)))
          wanted.set(id, { tags: tidyTags(tags), collections: tidyTags(collections) });
    return wanted;
  }

  const labelsOf = (id: ArticleId): Labels => {
    const { tags = [], collections = [] } = own.summary(id)?.own ?? {};
    return { tags, collections };
  };

  async function change(groups: readonly LabelGroup[]): Promise<Result<LabelGroup[], NotSaved>> {
    const wanted = wantedOf(groups);
    const before = new Map([...wanted.keys()].map((id) => [id, labelsOf(id)]));
    if (wanted.size === 0) return succeed([]);
    if (!own.isWriter) return notSaved('read-only');
    try {
      writePending(toGroups(wanted));
    } catch (error) {
      return notSaved(refusalReason(error));
    }
    const changed: ArticleId[] = [];
    const failed = await putAll(wanted, (id) => changed.push(id));
    // All or none: what was changed before the disk refused goes back.
    if (failed) await putAll(new Map(changed.map((id) => [id, before.get(id) ?? NONE])), () => {});
    discard(fs, path);
    return failed ?? succeed(toGroups(before));
  }

  /** Writes the articles, each in a turn of its own. Answers why it has stopped, or `null`. */
  async function putAll(
    wanted: ReadonlyMap<ArticleId, Labels>,
    onDone: (id: ArticleId) => void,
  ): Promise<ReturnType<typeof fail<NotSaved>> | null> {
    const pace = createPace();
    for (const [id, labels] of wanted) {
      const put = putOne(id, labels);
      if (!put.ok) return put;
      onDone(id);
      await pace();
    }
    return null;
  }

  /** An article that cannot be read is left out: its damage is told elsewhere. */
  function putOne(id: ArticleId, { tags, collections }: Labels): Result<null, NotSaved> {
    const read = own.read(id);
    if (!read.ok || !read.value.own) return succeed(null);
    const article: Article = {
      ...read.value,
      own: { ...read.value.own, tags: [...tags], collections: [...collections] },
    };
    const replaced = own.replace(article);
    if (replaced.ok) onLabelled(id);
    else if (replaced.error.code === 'library/not-saved') return fail(replaced.error);
    return succeed(null);
  }

  function writePending(groups: readonly LabelGroup[]): void {
    fs.makeFolder(paths.next);
    writeSafely(fs, {
      path,
      temporary: join(paths.next, 'labels.json'),
      bytes: Buffer.from(JSON.stringify({ version: VERSION, groups }), 'utf8'),
    });
    fs.syncFolder(paths.library);
  }

  function readPending(): readonly LabelGroup[] | null {
    try {
      const parsed = tryParse(
        pendingSchema,
        JSON.parse(Buffer.from(fs.read(path)).toString('utf8')),
      );
      return parsed.success ? parsed.output.groups : null;
    } catch {
      return null; // There is none, or it was torn: then no article was touched.
    }
  }

  function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = turn.then(act, act);
    turn = done;
    return done;
  }

  return {
    label: (groups) => inTurn(() => change(groups)),
    resume: () =>
      inTurn(async () => {
        const groups = own.isWriter ? readPending() : null;
        if (!groups) return;
        // What the disk refuses again is tried at the next start.
        if ((await putAll(wantedOf(groups), () => {})) === null) discard(fs, path);
      }),
  };
}

/** The file of a troubled article is not written. */
const isWritable = (summary: ArticleSummary | undefined): boolean =>
  summary?.own != null && !summary.trouble;

const NONE: Labels = { tags: [], collections: [] };

/** Articles with the same labels together. */
function toGroups(byArticle: ReadonlyMap<ArticleId, Labels>): LabelGroup[] {
  const groups = new Map<string, LabelGroup>();
  for (const [id, { tags, collections }] of byArticle) {
    const key = JSON.stringify([tags, collections]);
    const group = groups.get(key);
    if (group) group.articleIds.push(id);
    else groups.set(key, { articleIds: [id], tags: [...tags], collections: [...collections] });
  }
  return [...groups.values()];
}
