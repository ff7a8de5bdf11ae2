import { useRef, useState } from 'react';
import type { ArticleId } from '#shared/domain/article.ts';

/** The articles of a list that were chosen to do something with all of them. */
export interface Selection {
  /** Those that are listed and chosen; `null` while none are being chosen. */
  readonly ids: ReadonlySet<ArticleId> | null;
  /** Adds one or takes it away, or chooses all between where one began and it. */
  readonly select: (id: ArticleId, how: 'one' | 'to') => void;
  readonly selectAll: () => void;
  readonly end: () => void;
}

/** @param order  the articles as they are listed */
export function useSelection(order: readonly ArticleId[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<ArticleId> | null>(null);
  /** Where a run of choices began, and what was chosen before it. */
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
  // What a filter has taken from the list is not done anything with.
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
