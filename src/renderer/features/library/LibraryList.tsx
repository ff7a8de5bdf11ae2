import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ArticleId } from '#shared/domain/article.ts';
import { CompactRow } from './CompactRow.tsx';
import { CoverItem } from './CoverItem.tsx';
import { LibraryRow } from './LibraryRow.tsx';
import type { ListActions } from './list-actions.ts';
import type { LibraryItem } from './reading-state.ts';
import type { LibraryView } from './use-arrangement.ts';
import { useWantedArticle } from './use-wanted.ts';
import styles from './LibraryList.module.css';

/** Items that are drawn at first, and more each time the end comes into sight. */
const STEP = 60;

/** How far before its end the list grows, CSS pixels. */
const AHEAD_PX = 1200;

/** How many items were drawn, while the window is open: coming back finds the same place. */
let drawn = STEP;

/** Some items below one another, and what stands above them. */
export interface ItemGroup {
  readonly key: string;
  readonly head: ReactNode;
  readonly items: readonly LibraryItem[];
}

interface LibraryListProps {
  readonly groups: readonly ItemGroup[];
  readonly view: LibraryView;
  readonly actions: ListActions;
  /** The articles that are chosen; `null` while none are. */
  readonly selected: ReadonlySet<ArticleId> | null;
}

const ITEMS = { comfortable: LibraryRow, compact: CompactRow, covers: CoverItem } as const;

/** The articles; a long list grows while it is scrolled. */
export function LibraryList({ groups, view, actions, selected }: LibraryListProps) {
  const wanted = useWantedArticle();
  const all = groups.flatMap(({ items }) => items);
  const { count, end } = useGrowing(
    all.length,
    all.findIndex(({ article }) => article.id === wanted) + 1,
  );
  const Item = ITEMS[view];
  return (
    <>
      {drawnOf(groups, count).map(({ key, head, items }) => (
        <section key={key}>
          {head}
          <ul className={view === 'covers' ? styles.covers : styles.list}>
            {items.map((item) => (
              <Item
                key={item.article.id}
                item={item}
                actions={actions}
                selecting={selected !== null}
                selected={selected?.has(item.article.id) ?? false}
                Heading={head === null ? 'h2' : 'h3'}
              />
            ))}
          </ul>
        </section>
      ))}
      {count < all.length && <div ref={end} className={styles.end} />}
    </>
  );
}

/** The beginning of a list that is drawn. */
function drawnOf(groups: readonly ItemGroup[], count: number): readonly ItemGroup[] {
  const starts = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, { items }) => sum + items.length, 0),
  );
  return groups
    .map((group, at) => ({ ...group, items: group.items.slice(0, count - (starts[at] ?? 0)) }))
    .filter(({ items }, at) => items.length > 0 && count > (starts[at] ?? 0));
}

/** @param least  items that are drawn in any case */
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
