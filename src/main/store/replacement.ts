import { isDeepStrictEqual } from 'node:util';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Change } from './change.ts';
import type { Journal } from './journal.ts';
import type { LoadedArticles } from './loaded-articles.ts';
import { toMarks } from './marks-state.ts';
import type { MarksCopy, Replacement, StoreError } from './marks-store.ts';
import { changesBetween } from './restore.ts';
import { copyUnread } from './unread-copy.ts';

interface Parts {
  readonly articles: LoadedArticles;
  /** `null` when nothing can be written. */
  readonly journal: Journal | null;
  /** The time of the changes, ISO 8601. */
  readonly at: string;
  readonly changeMany: (
    wanted: ReadonlyMap<ArticleId, readonly Change[]>,
  ) => Result<null, StoreError>;
}

/** What replaces the marks of one article. */
interface Wanted {
  readonly to: MarksCopy;
  readonly changes: readonly Change[];
  /** The revision of the article that the changes were computed from. */
  readonly revision: number;
}

export function createReplacement({ articles, journal, at, changeMany }: Parts): Replacement {
  const wanted = new Map<ArticleId, Wanted>();

  function* putInSteps(articleId: ArticleId, to: MarksCopy): Iterable<void> {
    const { state, refusal } = articles.load(articleId);
    // The marks of an article that a newer version wrote stay unchanged.
    if (refusal === 'newer-version') return;
    const { revision } = state;
    const changes = yield* changesBetween(articleId, { from: toMarks(state), to, at });
    const { unread } = to;
    const isNew = unread && !isDeepStrictEqual(unread, copyUnread(state));
    if (isNew) changes.push({ kind: 'put-unread', articleId, at, unread });
    wanted.set(articleId, { to, changes, revision });
  }

  function put(articleId: ArticleId, to: MarksCopy): void {
    for (const _step of putInSteps(articleId, to));
  }

  return {
    put,
    putInSteps,
    *prepare() {
      const due = dueChanges(wanted);
      const changes = [...due.values()].flat();
      if (journal) yield* journal.prepare(changes, articles.lastRevision(due.keys()));
    },
    commit() {
      for (const [articleId, { to, revision }] of wanted)
        if (articles.load(articleId).state.revision !== revision) put(articleId, to);
      return changeMany(dueChanges(wanted));
    },
  };
}

function dueChanges(wanted: ReadonlyMap<ArticleId, Wanted>): Map<ArticleId, readonly Change[]> {
  const filled = [...wanted].filter(([, { changes }]) => changes.length > 0);
  return new Map(filled.map(([id, { changes }]) => [id, changes]));
}
