import { useRef, useState } from 'react';
import type { ArticleId } from '#shared/domain/article.ts';

/** The articles of a list that were selected to change all of them. */
export interface Selection {
  /** The selected articles that are listed; `null` while none are being selected. */
  readonly ids: ReadonlySet<ArticleId> | null;
  /** Adds or removes one article, or selects all articles between the start of the selection and it. */
  readonly select: (id: ArticleId, how: 'one' | 'to') => void;
  readonly selectAll: () => void;
  readonly end: () => void;
}

/** Holds the selection of a list. @param order  the articles in the order of the list */
export function useSelection(order: readonly ArticleId[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<ArticleId> | null>(null);
  /** The article where a range begins, and what was selected before the range. */
  const start = useRef<{ id: ArticleId; before: ReadonlySet<ArticleId> } | null>(null);

  function toggle(id: ArticleId): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    start.current = { id, before: next };
    setChosen(next.size > 0 ? next : null);
  }

  function selectTo(id: ArticleId): void {
    start.current ??= { id, before: new Set() };
    const from = order.indexOf(start.current.id);
    const to = order.indexOf(id);
    if (from === -1 || to === -1) return toggle(id);
    const run = order.slice(Math.min(from, to), Math.max(from, to) + 1);
    return setChosen(new Set([...start.current.before, ...run]));
  }

  const end = (): void => {
    start.current = null;
    setChosen(null);
  };
  // Articles that a filter hides are not part of the selection, so that no action changes them unseen.
  const listed = chosen && new Set(order.filter((id) => chosen.has(id)));
  return {
    ids: listed && listed.size > 0 ? listed : null,
    select: (id, how) => (how === 'one' ? toggle(id) : selectTo(id)),
    selectAll: () => {
      start.current = null;
      setChosen(order.length > 0 ? new Set(order) : null);
    },
    end,
  };
}
