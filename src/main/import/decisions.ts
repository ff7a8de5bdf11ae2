import { randomUUID } from 'node:crypto';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { OwnArticles } from '../library/own-articles.ts';

/** What a decision did to the library. */
export type Effect =
  | { readonly kind: 'replaced'; readonly before: Article; readonly after: Article }
  | { readonly kind: 'added'; readonly articleId: ArticleId };

/** A decision on another version of an article, with its entry in the import's list before and after. */
interface Decision {
  readonly effect: Effect;
  readonly before: ImportItem;
  readonly after: ImportItem;
}

/** What undoing or repeating a decision has changed. */
export interface PutDecision {
  /** The article that is new or has another text now; `null` when one was removed. */
  readonly article: Article | null;
  readonly removed: ArticleId | null;
  readonly from: ImportItem;
  readonly to: ImportItem;
}

/** The latest decisions, so that each can be undone and made again. */
export interface Decisions {
  /** Stores a decision and returns its id, a UUID. */
  keep(decision: Decision): string;
  put(id: string, present: boolean): Result<PutDecision>;
}

/** Longest total of the texts that are held for decisions, UTF-16 units. The oldest are forgotten first. */
const MAX_HELD_UTF16 = 50_000_000;

export function createDecisions(own: OwnArticles): Decisions {
  const kept = new Map<string, Decision>();

  function forgetOldest(): void {
    let held = 0;
    for (const [id, { effect }] of [...kept].toReversed()) {
      held += effect.kind === 'replaced' ? sizeOf(effect.before) + sizeOf(effect.after) : 0;
      // The latest decision is kept, however long its texts are.
      if (held > MAX_HELD_UTF16 && kept.size > 1) kept.delete(id);
    }
  }

  return {
    keep(decision) {
      const id = randomUUID();
      kept.set(id, decision);
      forgetOldest();
      return id;
    },
    put(id, present) {
      const decision = kept.get(id);
      if (!decision) return fail({ code: 'import/not-found' });
      const { effect, before, after } = decision;
      const lines = present ? { from: before, to: after } : { from: after, to: before };
      const done =
        effect.kind === 'replaced'
          ? replace(own, present ? effect.after : effect.before)
          : setPresent(own, effect.articleId, present);
      return done.ok ? succeed({ ...done.value, ...lines }) : done;
    },
  };
}

type Changed = Result<Pick<PutDecision, 'article' | 'removed'>>;

function replace(own: OwnArticles, article: Article): Changed {
  const replaced = own.replace(article);
  return replaced.ok ? succeed({ article, removed: null }) : replaced;
}

/** Moves an article to the bin or back; its marks stay. */
function setPresent(own: OwnArticles, id: ArticleId, present: boolean): Changed {
  if (!present) {
    const removed = own.remove(id);
    return removed.ok ? succeed({ article: null, removed: id }) : removed;
  }
  const restored = own.restore(id);
  if (!restored.ok) return restored;
  const article = own.read(id);
  return article.ok ? succeed({ article: article.value, removed: null }) : article;
}

const sizeOf = ({ blocks }: Article): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);
