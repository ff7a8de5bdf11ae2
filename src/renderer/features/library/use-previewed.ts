import { type FocusEvent, type MouseEvent, useEffect, useRef, useState } from 'react';

/** How long the pointer must rest on a row until its preview is shown, ms. */
const REST_MS = 200;

interface Previewed {
  /** The article of the row that had the focus or the pointer last; `null` before there was one. */
  readonly id: string | null;
  /** The handlers for the element around the rows. */
  readonly handlers: {
    readonly onFocus: (event: FocusEvent) => void;
    readonly onMouseOver: (event: MouseEvent) => void;
    readonly onMouseLeave: () => void;
  };
}

/** Follows the row that has the focus or the pointer. */
export function usePreviewed(): Previewed {
  const [id, setId] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const forget = (): void => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = (target: EventTarget): void => setId((before) => articleOf(target) ?? before);
  return {
    id,
    handlers: {
      onFocus: ({ target }) => show(target),
      onMouseOver({ target }) {
        forget();
        timer.current = setTimeout(() => show(target), REST_MS);
      },
      onMouseLeave: forget,
    },
  };
}

function articleOf(target: EventTarget): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>('[data-article]')?.dataset['article'];
}
