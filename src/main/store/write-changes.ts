import type { ArticleId } from '#shared/domain/article.ts';
import { type Result, fail, invariant, succeed } from '#shared/domain/result.ts';
import { type RefusalReason, refusalReason } from '../disk/file-system.ts';
import type { Change } from './change.ts';
import type { Journal } from './journal.ts';
import type { LoadedArticles } from './loaded-articles.ts';
import { applyChange } from './marks-state.ts';
import type { StoreError } from './marks-store.ts';

/** Writes changes to the journal, applies them to the loaded articles, and returns their number. */
export function writeChanges(
  articles: LoadedArticles,
  journal: Journal,
  wanted: ReadonlyMap<ArticleId, readonly Change[]>,
): Result<number, StoreError> {
  const changes = [...wanted].flatMap(([articleId, of]) => {
    invariant(
      of.every((each) => each.articleId === articleId),
      'changes belong to the article',
    );
    return of;
  });
  const loaded = [...wanted.keys()].map((articleId) => articles.load(articleId));
  const refusal = loaded.find((article) => article.refusal)?.refusal;
  if (refusal) return notSaved(refusal);
  if (changes.length === 0) return succeed(0);
  try {
    for (const record of journal.append(changes, articles.lastRevision(wanted.keys())))
      if (record.change.articleId)
        applyChange(articles.load(record.change.articleId).state, record);
  } catch (error) {
    return notSaved(refusalReason(error));
  }
  for (const [articleId, of] of wanted) articles.refreshView(articleId, of);
  return succeed(changes.length);
}

export const notSaved = (reason: RefusalReason) =>
  fail({ code: 'store/not-saved' as const, params: { reason } });
