import type { KeyboardEvent, RefObject } from 'react';
import type { Dial } from '#shared/domain/search.ts';
import { translate } from '#shared/i18n/translate.ts';
import { usePainted } from '#renderer/ui/use-painted.ts';
import { ResultItem } from './ResultItem.tsx';
import type { Found } from './facets.ts';

/** Results that fill a window. */
const FIRST = 3;

/** Height of a result that is not drawn yet, as in the style sheet, CSS pixels. */
const GUESSED_HEIGHT = 300;

interface ResultListProps {
  readonly found: readonly Found[];
  readonly find: string;
  readonly dial: Dial;
  /** The text whose results were left at some place: they are drawn whole, for the way back to it. */
  readonly returnedTo: string | null;
  readonly listRef: RefObject<HTMLOListElement | null>;
  /** The step before the first result: back to the field. */
  readonly onLeaveUp: () => void;
}

/**
 * The articles found, best first; the arrows walk their titles, as J and K do everywhere. Of a new text those that fill
 * a window are drawn first, the others when these are on the screen: the next letter does not wait for what nobody
 * sees. A list that is there stays whole whatever changes in it.
 */
export function ResultList(props: ResultListProps) {
  const { found, find, dial, returnedTo, listRef, onLeaveUp } = props;
  const drawn =
    usePainted<string | null>(find, returnedTo) === find ? found : found.slice(0, FIRST);
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
      style={{ paddingBlockEnd: (found.length - drawn.length) * GUESSED_HEIGHT }}
      onKeyDown={onArrow}
    >
      {drawn.map((one) => (
        <ResultItem key={one.article.id} found={one} find={find} dial={dial} />
      ))}
    </ol>
  );
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
