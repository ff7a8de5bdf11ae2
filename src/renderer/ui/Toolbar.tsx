import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { nextStop } from './roving.ts';

interface ToolbarProps {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A group of buttons with one tab stop; the arrows move inside it along the line of reading. */
export function Toolbar({ label, className, children }: ToolbarProps) {
  const toolbar = useRef<HTMLDivElement>(null);

  function handleKeyDown(event: KeyboardEvent): void {
    const buttons = [
      ...(toolbar.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? []),
    ];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = nextStop(event.code, at, buttons.length, document.dir === 'rtl');
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    buttons.forEach((button, index) => {
      button.tabIndex = index === next ? 0 : -1;
    });
    buttons[next]?.focus();
  }

  return (
    <div
      ref={toolbar}
      role="toolbar"
      aria-label={label}
      className={className}
      onKeyDown={handleKeyDown}
    >
      {children}
    </div>
  );
}
