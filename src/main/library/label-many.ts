import { join } from 'node:path';
import * as v from 'valibot';
import { tidyTags } from '#shared/arabic/tags.ts';
import type { Article, ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { type LabelGroup, labelGroupSchema } from '#shared/domain/labels.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { type FileSystem, discard, refusalReason, writeSafely } from '../disk/file-system.ts';
import { createPace } from '../disk/turns.ts';
import { type NotSaved, notSaved } from './own-errors.ts';
import type { OwnArticles } from './own-articles.ts';
import { ownPaths } from './own-paths.ts';
import { keepUnread } from './set-aside.ts';

/** Version of `labels.json`. */
const VERSION = 1;

const pendingSchema = v.object({
  version: v.literal(VERSION),
  groups: v.array(labelGroupSchema),
});

/** Changes the labels of many own articles together. */
export interface Labeller {
  /**
   * Gives the articles their labels, either all or none, and returns their earlier labels. Unknown articles, and
   * articles that have no labels of their own, are skipped. The plan is on the disk before the first article changes,
   * so that `resume` can complete it after a kill.
   */
  label(groups: readonly LabelGroup[]): Promise<Result<LabelGroup[], NotSaved>>;
  /** Completes a change that a kill interrupted; called after the start. */
  resume(): Promise<void>;
}

interface Parts {
  readonly own: OwnArticles;
  readonly fs: FileSystem;
  readonly dataFolder: string;
  /** Called when the labels of an article have changed. */
  readonly onLabelled: (id: ArticleId) => void;
}

interface Labels {
  readonly tags: readonly string[];
  readonly collections: readonly string[];
}

export function createLabeller(parts: Parts): Labeller {
  const { own } = parts;
  const pending = createPendingFile(parts);
  /** The end of the latest change. The next one waits for it, so that changes run one after the other. */
  let lastChange: Promise<unknown> = Promise.resolve();

  function afterEarlier<Value>(act: () => Promise<Value>): Promise<Value> {
    const result = lastChange.then(act, act);
    lastChange = result;
    return result;
  }

  return {
    label: (groups) => afterEarlier(() => change(parts, pending, groups)),
    resume: () =>
      afterEarlier(async () => {
        const groups = own.readOnly ? null : pending.read();
        if (!groups) return;
        // If the disk refuses again, the next start tries once more.
        if ((await putAll(parts, newLabelsOf(own, groups), () => {})) === null) pending.discard();
      }),
  };
}

async function change(
  parts: Parts,
  pending: PendingFile,
  groups: readonly LabelGroup[],
): Promise<Result<LabelGroup[], NotSaved>> {
  const { own } = parts;
  const wanted = newLabelsOf(own, groups);
  const before = new Map([...wanted.keys()].map((id) => [id, labelsOf(own, id)]));
  if (wanted.size === 0) return succeed([]);
  if (own.readOnly) return notSaved(own.readOnly);
  try {
    pending.write(toGroups(wanted));
  } catch (error) {
    return notSaved(refusalReason(error));
  }
  const changed: ArticleId[] = [];
  const failed = await putAll(parts, wanted, (id) => changed.push(id));
  // If the disk refuses, the articles changed so far get their earlier labels back.
  if (failed)
    await putAll(parts, new Map(changed.map((id) => [id, before.get(id) ?? NONE])), () => {});
  pending.discard();
  return failed ?? succeed(toGroups(before));
}

/** Returns the articles of the groups that can have labels, each with its new labels. */
function newLabelsOf(
  own: Pick<OwnArticles, 'summary'>,
  groups: readonly LabelGroup[],
): Map<ArticleId, Labels> {
  const wanted = new Map<ArticleId, Labels>();
  for (const { articleIds, tags, collections } of groups)
    for (const id of articleIds)
      if (isWritable(own.summary(id)))
        wanted.set(id, { tags: tidyTags(tags), collections: tidyTags(collections) });
  return wanted;
}

function labelsOf(own: Pick<OwnArticles, 'summary'>, id: ArticleId): Labels {
  const { tags = [], collections = [] } = own.summary(id)?.own ?? {};
  return { tags, collections };
}

/** Writes the articles in time slices. Returns the failure that stopped it, or `null`. */
async function putAll(
  parts: Parts,
  wanted: ReadonlyMap<ArticleId, Labels>,
  onDone: (id: ArticleId) => void,
): Promise<ReturnType<typeof fail<NotSaved>> | null> {
  const pace = createPace();
  for (const [id, labels] of wanted) {
    const put = putOne(parts, id, labels);
    if (!put.ok) return put;
    onDone(id);
    await pace();
  }
  return null;
}

/** Writes the labels of one article. An unreadable article is skipped, because its damage is reported elsewhere. */
function putOne(
  { own, onLabelled }: Parts,
  id: ArticleId,
  { tags, collections }: Labels,
): Result<null, NotSaved> {
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

/** The plan of a change, `labels.json`, which exists while the articles are being changed. */
interface PendingFile {
  /** Puts a file aside that cannot be read. @throws the system's error */
  write(groups: readonly LabelGroup[]): void;
  /** Returns `null` when the file is missing, damaged or of a newer version. */
  read(): readonly LabelGroup[] | null;
  discard(): void;
}

function createPendingFile({ fs, dataFolder }: Pick<Parts, 'fs' | 'dataFolder'>): PendingFile {
  const paths = ownPaths(dataFolder);
  const path = join(paths.library, 'labels.json');

  function read(): readonly LabelGroup[] | null {
    try {
      const text = Buffer.from(fs.read(path)).toString('utf8');
      const parsed = tryParse(pendingSchema, JSON.parse(text));
      return parsed.success ? parsed.output.groups : null;
    } catch {
      return null;
    }
  }

  return {
    write(groups) {
      if (read() === null) keepUnread(fs, { path, into: paths.quarantine, name: 'labels.json' });
      fs.makeFolder(paths.next);
      writeSafely(fs, {
        path,
        temporary: join(paths.next, 'labels.json'),
        bytes: Buffer.from(JSON.stringify({ version: VERSION, groups }), 'utf8'),
      });
      fs.syncFolder(paths.library);
    },
    read,
    discard: () => discard(fs, path),
  };
}

/** The file of an article with trouble is never written. */
const isWritable = (summary: ArticleSummary | undefined): boolean =>
  summary?.own != null && !summary.trouble;

const NONE: Labels = { tags: [], collections: [] };

/** Groups the articles that have the same labels. */
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
