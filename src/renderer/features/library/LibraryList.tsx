import { useEffect, useRef, useState } from 'react';
import type { ArticleSummary, Own } from '#shared/domain/article.ts';
import { DetailsDialog } from './DetailsDialog.tsx';
import { LibraryRow, type OwnActions } from './LibraryRow.tsx';
import type { LibraryItem } from './reading-state.ts';
import type { RowActions } from './use-row-actions.ts';
import { useRemoveWithUndo } from './use-remove-article.ts';
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
  const { count, end } = useGrowing(items.length);
  const [edited, setEdited] = useState<ArticleSummary | null>(null);
  const onRemove = useRemoveWithUndo();
  const own: OwnActions = { onDetails: setEdited, onRemove };
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

const isOwn = (article: ArticleSummary): article is ArticleSummary & { own: Own } =>
  article.own !== null;

function useGrowing(length: number) {
  const [count, setCount] = useState(drawn);
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
