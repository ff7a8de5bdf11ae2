import { type KeyboardEvent, type RefObject, useMemo } from 'react';
import type { Dial } from '#shared/domain/search.ts';
import { translate } from '#shared/i18n/translate.ts';
import { usePainted } from '#renderer/ui/use-painted.ts';
import { ResultItem } from './ResultItem.tsx';
import type { Found } from './facets.ts';

/** Results that fill a window of usual height. */
const FIRST = 3;

/** What was found, and for what. */
interface Answer {
  readonly found: readonly Found[];
  readonly find: string;
  readonly dial: Dial;
}

const NOTHING: Answer = { found: [], find: '', dial: 'close' };

interface ResultListProps extends Answer {
  /** The page is on the way back to a place in its results: they are drawn whole at once. */
  readonly isReturn: boolean;
  readonly listRef: RefObject<HTMLOListElement | null>;
  /** The step before the first result: back to the field. */
  readonly onLeaveUp: () => void;
}

/**
 * The articles found, best first; the arrows walk their titles, as J and K do everywhere. Of a new answer the first are
 * drawn first, and what stood below them stays until these are on the screen: the next letter does not wait for what
 * hardly anybody sees.
 */
export function ResultList(props: ResultListProps) {
  const { found, find, dial, isReturn, listRef, onLeaveUp } = props;
  const answer = useMemo<Answer>(() => ({ found, find, dial }), [found, find, dial]);
  const before = usePainted(answer, isReturn ? answer : NOTHING);
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
      aria-busy={before !== answer}
      onKeyDown={onArrow}
    >
      {drawnOf(answer, before).map((one) => (
        <ResultItem key={one.found.article.id} {...one} />
      ))}
    </ol>
  );
}

/** Each result with what it was found for. */
function drawnOf(answer: Answer, before: Answer) {
  const isWhole = before === answer || answer.found.length <= FIRST;
  const first = isWhole ? answer.found : answer.found.slice(0, FIRST);
  const ids = new Set(first.map(({ article }) => article.id));
  const rest = isWhole ? [] : before.found.filter(({ article }) => !ids.has(article.id));
  return [
    ...first.map((found) => ({ found, find: answer.find, dial: answer.dial })),
    ...rest.map((found) => ({ found, find: before.find, dial: before.dial })),
  ];
}

/** Focuses the title some steps from the result that has the focus, or the first one. */
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
