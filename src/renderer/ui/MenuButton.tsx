import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { IconButton } from './IconButton.tsx';
import { Menu, type MenuItem } from './Menu.tsx';
import type { IconName } from './icons.ts';
import { boxInSight } from './box-in-sight.ts';

interface MenuButtonProps {
  /** The accessible name of the button and of its menu. */
  readonly label: string;
  readonly icon: IconName;
  readonly items: readonly MenuItem[];
  readonly small?: boolean;
}

/** A button that opens a menu with a click, Enter, Space, or an arrow up or down. */
export function MenuButton({ label, icon, items, small = false }: MenuButtonProps) {
  const [open, setOpen] = useState<'first' | 'last' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.code !== 'ArrowDown' && event.code !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(event.code === 'ArrowDown' ? 'first' : 'last');
  }

  return (
    <>
      <IconButton
        ref={button}
        icon={icon}
        label={label}
        small={small}
        expanded={open !== null}
        aria-haspopup="menu"
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(open ? null : 'first')}
        onKeyDown={handleKeyDown}
      />
      {open && (
        <Menu
          id={id}
          label={label}
          items={items}
          startAt={open}
          anchor={() => boxInSight(button.current)}
          onClose={(refocus) => {
            setOpen(null);
            if (refocus) button.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </>
  );
}
