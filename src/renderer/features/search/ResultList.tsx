import type { KeyboardEvent, RefObject } from 'react';
import type { Matching } from '#shared/domain/search.ts';
import { translate } from '#shared/i18n/translate.ts';
import { usePainted } from '#renderer/ui/use-painted.ts';
import { ResultItem } from './ResultItem.tsx';
import type { Found } from './facets.ts';

interface ResultListProps {
  readonly found: readonly Found[];
  readonly find: string;
  readonly matching: Matching;
  /** True when the reader returns to a position in the results, which are then laid out at once. */
  readonly isReturn: boolean;
  readonly listRef: RefObject<HTMLOListElement | null>;
  /** Called when an arrow leads up from the first result, back to the field. */
  readonly onLeaveUp: () => void;
}

/**
 * The articles that were found, best first. Arrows move between their titles, like J and K. For a new text only the
 * visible results are laid out in the first frame (`aria-busy`, see the style sheet), so that the next letter does
 * not wait for the others. For the same text no result disappears when the list changes.
 */
export function ResultList(props: ResultListProps) {
  const { found, find, matching, isReturn, listRef, onLeaveUp } = props;
  const isBusy = usePainted<string | null>(find, isReturn ? find : null) !== find;
  const onArrow = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (focusResult(listRef.current, step) === 'before') onLeaveUp();
  };

  return (
    <ol
      ref={listRef}
      aria-label={translate('search.resultsList')}
      aria-busy={isBusy}
      onKeyDown={onArrow}
    >
      {found.map((one) => (
        <ResultItem key={one.article.id} found={one} find={find} matching={matching} />
      ))}
    </ol>
  );
}

/** Focuses the title some steps after the focused result, or the first title when no result has the focus. */
export function focusResult(list: HTMLElement | null, step: number): 'moved' | 'before' | 'none' {
  const titles = [...(list?.querySelectorAll<HTMLElement>('h2 > a') ?? [])];
  const here = document.activeElement?.closest('li');
  const at = titles.findIndex((title) => here?.contains(title));
  if (at === 0 && step < 0) return 'before';
  const next = titles[at === -1 ? 0 : Math.min(at + step, titles.length - 1)];
  if (!next) return 'none';
  next.focus({ preventScroll: true });
  next.closest('li')?.scrollIntoView({ block: 'nearest' });
  return 'moved';
}
