import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { nextStop } from './roving.ts';

interface ToolbarProps {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A group of buttons with one tab stop. The arrows move between them in the reading direction. */
export function Toolbar({ label, className, children }: ToolbarProps) {
  const toolbar = useRef<HTMLDivElement>(null);

  // Buttons come and go, so after each rendering one of them must be the tab stop.
  useLayoutEffect(() => {
    const buttons = buttonsIn(toolbar.current);
    const stops = buttons.filter(({ tabIndex }) => tabIndex === 0);
    if (stops.length !== 1) setTabStop(buttons, 0);
  });

  function handleKeyDown(event: KeyboardEvent): void {
    const buttons = buttonsIn(toolbar.current);
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = nextStop(event.code, at, buttons.length, interfaceDirection() === 'rtl');
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    setTabStop(buttons, next);
    buttons[next]?.focus();
  }

  return (
    <div
      ref={toolbar}
      role="toolbar"
      aria-label={label}
      className={className}
      // The toolbar follows the interface, even inside a text of the other direction.
      dir={interfaceDirection()}
      onKeyDown={handleKeyDown}
    >
      {children}
    </div>
  );
}

const buttonsIn = (toolbar: HTMLElement | null): readonly HTMLElement[] => [
  ...(toolbar?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? []),
];

function setTabStop(buttons: readonly HTMLElement[], at: number): void {
  buttons.forEach((button, index) => {
    button.tabIndex = index === at ? 0 : -1;
  });
}
