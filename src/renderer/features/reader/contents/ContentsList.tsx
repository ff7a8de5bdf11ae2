import { type KeyboardEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import type { Article } from '#shared/domain/article.ts';
import type { OutlineEntry, PageStart } from '#shared/domain/document.ts';
import { pageAt } from '#shared/document/places.ts';
import { translate } from '#shared/i18n/translate.ts';
import { useRowWindow } from './use-row-window.ts';
import { ROW_PX } from './window-of-rows.ts';
import styles from './Contents.module.css';

interface ContentsListProps {
  readonly outline: readonly OutlineEntry[];
  /** The direction of the document, which is that of its contents. */
  readonly direction: Article['direction'];
  readonly pages: readonly PageStart[];
  /** Indexes of the entries that are listed. */
  readonly shown: readonly number[];
  /** Index of the chapter that the reader is in; -1 before the first one. */
  readonly current: number;
  /** Called with a UTF-16 offset of the canonical text. */
  readonly onOpen: (at: number) => void;
}

/** The entries of a table of contents as one tab stop; arrows, Home and End lead from entry to entry. */
export function ContentsList(props: ContentsListProps) {
  const { outline, pages, shown, current, onOpen } = props;
  const followed = shown.indexOf(current);
  const [focused, setFocused] = useState<number | null>(null);
  const { scroller, rows, show } = useRowWindow(shown.length, followed);
  const stop = Math.min(focused ?? Math.max(0, followed), shown.length - 1);
  const drawn = shown.slice(rows.from, rows.to);
  // The tab stop is always drawn, so that Tab reaches the list.
  const firstDrawn = stop >= rows.from && stop < rows.to ? stop : rows.from;

  function handleKeyDown(event: KeyboardEvent): void {
    const next = rowFor(event.code, stop, shown.length);
    if (next === null) return;
    event.preventDefault();
    flushSync(() => {
      setFocused(next);
      show(next);
    });
    scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
  }

  return (
    <div ref={scroller} className={`${styles.list} scroll`}>
      <ol
        aria-label={translate('contents.title')}
        dir={props.direction}
        style={{ blockSize: shown.length * ROW_PX }}
        onKeyDown={handleKeyDown}
        onBlur={() => setFocused(null)}
      >
        {drawn.map((index, at) => {
          const row = rows.from + at;
          return (
            <li
              key={index}
              aria-setsize={shown.length}
              aria-posinset={row + 1}
              style={{ insetBlockStart: row * ROW_PX, blockSize: ROW_PX }}
            >
              <Entry
                entry={outline[index]}
                page={pageAt(pages, outline[index]?.at ?? 0)}
                isCurrent={index === current}
                row={row}
                isStop={row === firstDrawn}
                onFocus={() => setFocused(row)}
                onOpen={onOpen}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface EntryProps {
  readonly entry: OutlineEntry | undefined;
  readonly page: PageStart | null;
  readonly isCurrent: boolean;
  readonly row: number;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: (at: number) => void;
}

function Entry({ entry, page, isCurrent, row, isStop, onFocus, onOpen }: EntryProps) {
  if (!entry) return null;
  return (
    <button
      type="button"
      className={styles.entry}
      data-level={entry.level}
      data-row={row}
      tabIndex={isStop ? 0 : -1}
      aria-current={isCurrent ? 'location' : undefined}
      title={entry.title}
      onFocus={onFocus}
      onClick={() => onOpen(entry.at)}
    >
      <span className={styles.name}>
        <bdi>
          <Bidi text={entry.title} />
        </bdi>
      </span>
      {page && (
        <span className={styles.page}>
          <bdi>{page.label}</bdi>
        </span>
      )}
    </button>
  );
}

function rowFor(code: string, from: number, count: number): number | null {
  switch (code) {
    case 'ArrowDown':
      return Math.min(count - 1, from + 1);
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
