import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useSearchStatus } from '#renderer/bridge/search-queries.ts';
import { DIALS } from '#shared/domain/choices.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { translate } from '#shared/i18n/translate.ts';
import type { Find } from './use-find.ts';
import styles from './FindBar.module.css';

type SearchState = NonNullable<ReturnType<typeof useSearchStatus>>['state'] | undefined;

/** Find in the article: text, count, next and previous. */
export function FindBar({ find }: { find: Find }) {
  const state = useSearchStatus()?.state;
  const input = useRef<HTMLInputElement>(null);
  const { focusAsked } = find;
  useLayoutEffect(() => {
    // After a click on a hit nobody asked: the text has the focus, so that its keys work.
    if (focusAsked === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [focusAsked]);

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') find.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.bar} role="search">
      <SearchField
        label={translate('reader.find')}
        value={find.text}
        onChange={find.setText}
        onKeyDown={handleKeyDown}
        inputRef={input}
      />
      <span className={styles.count} role="status">
        {describe(find, state)}
      </span>
      <div className={styles.steps}>
        <IconButton
          icon="up"
          label={translate('common.previous')}
          command="find.previous"
          onClick={() => find.step(-1)}
        />
        <IconButton
          icon="down"
          label={translate('common.next')}
          command="find.next"
          onClick={() => find.step(1)}
        />
      </div>
      <div role="group" aria-label={translate('search.mode')} className={styles.dial}>
        {DIALS.map((dial) => (
          <Chip key={dial} pressed={dial === find.dial} onClick={() => find.setDial(dial)}>
            {translate(`search.mode.${dial}`)}
          </Chip>
        ))}
      </div>
      <IconButton icon="x" label={translate('common.close')} onClick={find.close} />
    </div>
  );
}

/** How many places there are; while that is not known, why. */
function describe({ text, count, index, searching }: Find, state: SearchState): string {
  if (text.trim() === '') return '';
  if (searching && state === 'ready') return translate('search.searchingShort');
  if (count === 0) return translate('reader.findNone');
  if (count !== null) return translate('reader.findCount', { i: index + 1, n: count });
  const waits = state === 'preparing' || state === 'restarting' || state === 'gone';
  return waits ? translate(`search.state.${state}`) : '';
}
