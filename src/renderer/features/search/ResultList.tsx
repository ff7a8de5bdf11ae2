import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import type { Dial } from '#shared/domain/search.ts';
import { translate } from '#shared/i18n/translate.ts';
import { acceptsSingleKey } from '#renderer/ui/keys.ts';
import { ResultItem } from './ResultItem.tsx';
import type { Found } from './facets.ts';

interface ResultListProps {
  readonly found: readonly Found[];
  readonly find: string;
  readonly dial: Dial;
  readonly listRef: RefObject<HTMLOListElement | null>;
  /** The step before the first result: back to the field. */
  readonly onLeaveUp: () => void;
}

/** The articles found, best first; J and K, or the arrows, walk their titles. */
export function ResultList({ found, find, dial, listRef, onLeaveUp }: ResultListProps) {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const step = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0;
      if (step === 0 || !acceptsSingleKey(event)) return;
      if (focusResult(listRef.current, step) !== 'none') event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [listRef]);

  const onArrow = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (focusResult(listRef.current, step) === 'before') onLeaveUp();
  };

  return (
    <ol ref={listRef} aria-label={translate('search.resultsList')} onKeyDown={onArrow}>
      {found.map((one) => (
        <ResultItem key={one.article.id} found={one} find={find} dial={dial} />
      ))}
    </ol>
  );
}

/** Focuses the title some steps from the result that has the focus, or the first one. */
export function focusResult(list: HTMLElement | null, step: number): 'moved' | 'before' | 'none' {
  const titles = [...(list?.querySelectorAll<HTMLElement>('h3 > a') ?? [])];
  const here = document.activeElement?.closest('li');
  const at = titles.findIndex((title) => here?.contains(title));
  if (at === 0 && step < 0) return 'before';
  const next = titles[at === -1 ? 0 : Math.min(at + step, titles.length - 1)];
  if (!next) return 'none';
  next.focus({ preventScroll: true });
  next.closest('li')?.scrollIntoView({ block: 'nearest' });
  return 'moved';
}
