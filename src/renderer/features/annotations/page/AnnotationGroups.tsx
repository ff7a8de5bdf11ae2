import { useEffect, useRef, useState } from 'react';
import type { AnnotationId } from '#shared/domain/annotation.ts';
import { translate } from '#shared/i18n/translate.ts';
import { AnnotationRow } from './AnnotationRow.tsx';
import { type AnnotationGroup, type Grouping, ORPHANS, cutGroups } from './arrange-annotations.ts';
import { GroupHead } from './GroupHead.tsx';
import { groupTitle } from './group-title.ts';
import styles from './AnnotationGroups.module.css';

interface AnnotationGroupsProps {
  readonly groups: readonly AnnotationGroup[];
  readonly grouping: Grouping;
  readonly selected: ReadonlySet<AnnotationId>;
  readonly onSelect: (
    change: (selected: ReadonlySet<AnnotationId>) => ReadonlySet<AnnotationId>,
  ) => void;
}

/** The number of rows that are drawn at first, and added each time the end comes near. */
const PORTION = 100;

/** The groups with their highlights. A long list is drawn only as far as it was scrolled. */
export function AnnotationGroups(props: AnnotationGroupsProps) {
  const { groups, grouping, selected, onSelect } = props;
  const [limit, setLimit] = useState(PORTION);
  const total = groups.reduce((sum, { items }) => sum + items.length, 0);
  const end = useNearEnd(() => setLimit((now) => (now < total ? now + PORTION : now)));

  const toggle = useRef((id: AnnotationId): void =>
    onSelect((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    }),
  ).current;

  return (
    <>
      {cutGroups(groups, limit).map(({ key, items, total: size }) => (
        <section key={`${grouping} ${key}`} className={styles.group}>
          <GroupHead
            title={groupTitle({ key, items }, grouping)}
            count={size}
            article={grouping === 'article' && key !== ORPHANS ? items[0]?.article : undefined}
          />
          {key === ORPHANS && <p className={styles.hint}>{translate('ann.orphanHint')}</p>}
          <ul className={styles.list}>
            {items.map((item) => (
              <AnnotationRow
                key={item.record.id}
                item={item}
                selected={selected.has(item.record.id)}
                withTitle={grouping !== 'article' || key === ORPHANS}
                onToggle={toggle}
              />
            ))}
          </ul>
        </section>
      ))}
      <div ref={end} aria-hidden="true" />
    </>
  );
}

/** Calls a function when the element at the end is at most two heights of the window away. */
function useNearEnd(onNear: () => void) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    const element = end.current;
    if (!element) return undefined;
    let frame = 0;
    // The added rows may be shorter than the window, so the end is observed again until it is out of sight.
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        latest.current();
        frame = requestAnimationFrame(() => {
          observer.unobserve(element);
          observer.observe(element);
        });
      },
      { root: element.closest('.scroll'), rootMargin: '200% 0px' },
    );
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, []);
  return end;
}
