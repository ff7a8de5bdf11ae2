import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  memo,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { ArticleId } from '#shared/domain/article.ts';
import { viewState } from '#renderer/view-state/view-state.ts';
import { CompactRow } from './CompactRow.tsx';
import { CoverItem } from './CoverItem.tsx';
import { LibraryRow } from './LibraryRow.tsx';
import type { ListActions } from './list-actions.ts';
import type { LibraryItem } from './reading-state.ts';
import type { LibraryView } from './use-arrangement.ts';
import { useWantedArticle } from './use-wanted.ts';
import styles from './LibraryList.module.css';

/** The number of items that are drawn at first, and added each time the end comes into sight. */
const STEP = 60;

/** How far before its end the list is extended, CSS pixels. */
const AHEAD_PX = 1200;

/** A group of items with its heading. */
export interface ItemGroup {
  readonly key: string;
  readonly head: ReactNode;
  readonly items: readonly LibraryItem[];
}

interface LibraryListProps {
  readonly groups: readonly ItemGroup[];
  readonly view: LibraryView;
  readonly actions: ListActions;
  /** The selected articles; `null` while none are being selected. */
  readonly selected: ReadonlySet<ArticleId> | null;
}

const ITEMS = { comfortable: LibraryRow, compact: CompactRow, covers: CoverItem } as const;

/** The list of articles. A long list is drawn further while it is scrolled. */
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
  /** All items of the group. The array is the same object until one of them changes. */
  readonly items: readonly LibraryItem[];
  /** The index of the first item that is drawn here; the last one is before `to`. */
  readonly from: number;
  readonly to: number;
  readonly view: LibraryView;
  readonly actions: ListActions;
  readonly selected: ReadonlySet<ArticleId>;
  readonly Heading: 'h2' | 'h3';
}

/**
 * Some rows of the list. It is memoised, so that rows that are added at the end or selected elsewhere cost nothing
 * here. A portion that is far from the window shows what is selected when it comes near, because drawing thousands of
 * rows at once would take a second.
 */
const Portion = memo(function Portion({ selected, ...props }: PortionProps) {
  const box = useRef<HTMLUListElement>(null);
  // Covers have no box for a portion, so they always count as near.
  const isNear = useIsNear(box) || props.view === 'covers';
  const [shown, setShown] = useState(selected);
  if (isNear && shown !== selected) setShown(selected);
  const { from, to } = props;
  return (
    // The role is removed, because for assistive technology the rows of all portions are one list.
    <ul ref={box} role="none" className={styles.portion} style={heightOf(to - from)}>
      <PortionRows {...props} selected={shown} />
    </ul>
  );
});

const PortionRows = memo(function PortionRows(props: PortionProps) {
  const { items, from, to, view, selected, ...rest } = props;
  const Item = ITEMS[view];
  return items
    .slice(from, to)
    .map((item) => (
      <Item key={item.article.id} item={item} selected={selected.has(item.article.id)} {...rest} />
    ));
});

/** Tells whether an element is in the scrolled window or near it. Before it is known, an element counts as near. */
function useIsNear(box: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(true);
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? true),
      { root: box.current.closest('.scroll'), rootMargin: `${AHEAD_PX}px` },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return isNear;
}

/** Tells the style how many rows a portion has, from which it guesses the height until the rows are laid out. */
const heightOf = (rows: number): CSSProperties => ({ ['--rows' as string]: rows });

const NONE: ReadonlySet<ArticleId> = new Set();

/**
 * The selected articles for a portion. It is always the same empty set for a portion without any, so that it is not
 * drawn again.
 */
function chosenAmong(
  items: readonly LibraryItem[],
  selected: ReadonlySet<ArticleId> | null,
): ReadonlySet<ArticleId> {
  if (selected === null) return NONE;
  return items.some(({ article }) => selected.has(article.id)) ? selected : NONE;
}

const startsOf = (count: number): readonly number[] =>
  Array.from({ length: Math.ceil(count / STEP) }, (_, at) => at * STEP);

/** The groups with the number of items to draw. A group that begins after `count` items is left out. */
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

/**
 * Counts the rows to draw. More are added when the end of the list comes near.
 * @param least  the least number of rows
 */
function useGrowing(length: number, least: number) {
  const [grown, setCount] = useState(viewState.get('libraryRows') ?? STEP);
  const count = Math.max(grown, least);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    viewState.set('libraryRows', count);
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
