import { type KeyboardEvent, useRef } from 'react';
import { nextStop } from './roving.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import styles from './Tabs.module.css';

interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** A row of tabs with one tab stop. An arrow selects the next tab at once. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);

  function handleKeyDown(event: KeyboardEvent): void {
    const at = tabs.findIndex(({ id }) => id === selected);
    const next = nextStop(event.code, at, tabs.length, document.dir === 'rtl');
    const tab = next === null ? undefined : tabs[next];
    if (!tab || next === null) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  }

  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={styles.tabs}
      onKeyDown={handleKeyDown}
    >
      {tabs.map(({ id, label: name, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === selected}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {name}{' '}
          {count !== undefined && <span className={styles.count}>{formatNumber(count)}</span>}
        </button>
      ))}
    </div>
  );
}
