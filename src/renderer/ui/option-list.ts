import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useAnchored } from './use-anchored.ts';

/**
 * The state and the attributes of a button that opens a list of options. A click toggles the list, an arrow up or down
 * opens it, and `close` gives the focus back to the button.
 */
export function useListButton() {
  const [open, setOpen] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  return {
    open,
    ref,
    close: (): void => {
      setOpen(false);
      ref.current?.focus();
    },
    /** Closes the list when the focus has gone elsewhere. */
    leave: (): void => setOpen(false),
    attributes: {
      type: 'button',
      'aria-haspopup': 'listbox',
      'aria-expanded': open,
      onClick: () => setOpen(!open),
      onKeyDown: (event: KeyboardEvent): void => {
        if (event.code !== 'ArrowDown' && event.code !== 'ArrowUp') return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(true);
      },
    } as const,
  };
}

interface OptionPopup {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly popup: RefObject<HTMLElement | null>;
  /** A selector of the element in the popup that gets the focus; without one the popup gets it. */
  readonly focused?: string;
  /** The index of the active option, which is kept in sight. */
  readonly at: number;
  /** Called at a press outside of the popup and its button. */
  readonly onLeave: () => void;
}

/** Shows a popup with options below its button, focuses it, and reports when the reader presses elsewhere. */
export function useOptionPopup({ anchor, popup, focused, at, onLeave }: OptionPopup): void {
  useAnchored(anchor, popup, true);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    const target = focused ? popup.current?.querySelector<HTMLElement>(focused) : popup.current;
    target?.focus();
    const handleDown = (event: MouseEvent): void => {
      const isInside = (element: HTMLElement | null): boolean =>
        event.target instanceof Node && element !== null && element.contains(event.target);
      if (!isInside(popup.current) && !isInside(anchor.current)) leave.current();
    };
    document.addEventListener('mousedown', handleDown);
    return () => document.removeEventListener('mousedown', handleDown);
  }, [anchor, popup, focused]);
  useEffect(() => {
    popup.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [popup, at]);
}
