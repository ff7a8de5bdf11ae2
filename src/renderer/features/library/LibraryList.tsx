import { useEffect, useRef, useState } from 'react';
import { removeArticles } from '#renderer/undo/article-changes.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { isOwn } from '#shared/domain/details-of.ts';
import { DetailsDialog } from './DetailsDialog.tsx';
import { LibraryRow, type OwnActions } from './LibraryRow.tsx';
import type { LibraryItem } from './reading-state.ts';
import type { RowActions } from './use-row-actions.ts';
import { useWantedArticle } from './use-wanted.ts';
import styles from './LibraryPage.module.css';

/** Rows that are drawn at first, and more each time the end comes into sight. */
const STEP = 60;

/** How far before its end the list grows, CSS pixels. */
const AHEAD_PX = 1200;

/** How many rows were drawn, while the window is open: coming back finds the same place. */
let drawn = STEP;

interface LibraryListProps {
  readonly items: readonly LibraryItem[];
  readonly actions: RowActions;
  readonly known: Readonly<Record<'collections' | 'tags', readonly string[]>>;
}

/** The articles; a long list grows while it is scrolled. */
export function LibraryList({ items, actions, known }: LibraryListProps) {
  const wanted = useWantedArticle();
  const { count, end } = useGrowing(
    items.length,
    items.findIndex(({ article }) => article.id === wanted) + 1,
  );
  const [edited, setEdited] = useState<ArticleSummary | null>(null);
  const own: OwnActions = { onDetails: setEdited, onRemove: remove };
  return (
    <>
      <ul className={styles.list}>
        {items.slice(0, count).map((item) => (
          <LibraryRow key={item.article.id} item={item} actions={actions} own={own} />
        ))}
      </ul>
      {count < items.length && <div ref={end} className={styles.end} />}
      {edited && isOwn(edited) && (
        <DetailsDialog article={edited} known={known} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

const remove = ({ id }: ArticleSummary): void => void attempt(() => removeArticles([id]));

/** @param least  rows that are drawn in any case */
function useGrowing(length: number, least: number) {
  const [grown, setCount] = useState(drawn);
  const count = Math.max(grown, least);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    drawn = count;
    if (!end.current || count >= length) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setCount(count + STEP),
      { root: end.current.closest('.scroll'), rootMargin: `${AHEAD_PX}px` },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [count, length]);
  return { count, end };
}
