import { type CSSProperties, type ReactNode, memo, useEffect, useRef, useState } from 'react';
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
  return (
    <>
      {drawnOf(groups, count).map(({ key, head, items, drawnCount }) => (
        <section key={key} data-selecting={selected !== null || undefined}>
          {head}
          <div role="list" className={styles[view]}>
            {startsOf(drawnCount).map((from) => (
              <Portion
                key={from}
                items={items}
                from={from}
                to={Math.min(from + STEP, drawnCount)}
                view={view}
                actions={actions}
                selected={chosenAmong(items.slice(from, from + STEP), selected)}
                Heading={head === null ? 'h2' : 'h3'}
              />
            ))}
          </div>
        </section>
      ))}
      {count < all.length && <div ref={end} className={styles.end} />}
    </>
  );
}

interface PortionProps {
  /** All items of the group, the same object until one of them changes. */
  readonly items: readonly LibraryItem[];
  /** Which of them are drawn here: from this one on, up to `to` without it. */
  readonly from: number;
  readonly to: number;
  readonly view: LibraryView;
  readonly actions: ListActions;
  readonly selected: ReadonlySet<ArticleId>;
  readonly Heading: 'h2' | 'h3';
}

/** Some rows of the list: what is added at its end, or chosen elsewhere, does not even ask the rows that stand here. */
const Portion = memo(function Portion({ items, from, to, view, selected, ...rest }: PortionProps) {
  const Item = ITEMS[view];
  return (
    // For assistive technology the rows of all portions are one list.
    <ul role="none" className={styles.portion} style={heightOf(to - from)}>
      {items.slice(from, to).map((item) => (
        <Item
          key={item.article.id}
          item={item}
          selected={selected.has(item.article.id)}
          {...rest}
        />
      ))}
    </ul>
  );
});

/** Until its rows have been laid out, a portion is as high as so many rows are guessed to be. */
const heightOf = (rows: number): CSSProperties => ({ ['--rows' as string]: rows });

const NONE: ReadonlySet<ArticleId> = new Set();

/** Always the same set for items of which none is chosen. */
function chosenAmong(
  items: readonly LibraryItem[],
  selected: ReadonlySet<ArticleId> | null,
): ReadonlySet<ArticleId> {
  if (selected === null) return NONE;
  return items.some(({ article }) => selected.has(article.id)) ? selected : NONE;
}

const startsOf = (count: number): readonly number[] =>
  Array.from({ length: Math.ceil(count / STEP) }, (_, at) => at * STEP);

/** How many items of each group are drawn; a group that begins later is left out. */
function drawnOf(
  groups: readonly ItemGroup[],
  count: number,
): readonly (ItemGroup & { readonly drawnCount: number })[] {
  let left = count;
  return groups.flatMap((group) => {
    const drawnCount = Math.min(group.items.length, left);
    left -= drawnCount;
    return drawnCount > 0 ? [{ ...group, drawnCount }] : [];
  });
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
