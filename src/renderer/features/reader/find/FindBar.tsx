import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useSearchStatus } from '#renderer/bridge/search-queries.ts';
import { MATCHINGS } from '#shared/domain/choices.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { useLasting } from '#renderer/ui/use-lasting.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { ReaderSession } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import type { FindActions } from './find-actions.ts';
import { useFindAnswer } from './use-matches.ts';
import styles from './FindBar.module.css';

type SearchState = NonNullable<ReturnType<typeof useSearchStatus>>['state'] | undefined;

interface FindBarProps {
  readonly session: ReaderSession;
  readonly articleId: ArticleId;
  readonly actions: FindActions;
}

/** The bar says that it is searching when no answer has come for this long, ms. */
const QUIET_MS = 300;

/** The bar that finds in the article: a field, the count, and buttons for the next and previous match. */
export function FindBar({ session, articleId, actions }: FindBarProps) {
  const { text, matching, focusAsked } = useSession(session, ({ find }) => find);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // After a click on a search result the text keeps the focus, so that its keys work.
    if (focusAsked === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [focusAsked]);

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') actions.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') actions.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.bar} role="search">
      <SearchField
        label={translate('reader.find')}
        value={text}
        onChange={session.setFindText}
        onKeyDown={handleKeyDown}
        inputRef={input}
      />
      <FindCount session={session} articleId={articleId} />
      <div className={styles.steps}>
        <IconButton
          icon="up"
          label={translate('common.previous')}
          command="find.previous"
          onClick={() => actions.step(-1)}
        />
        <IconButton
          icon="down"
          label={translate('common.next')}
          command="find.next"
          onClick={() => actions.step(1)}
        />
      </div>
      <div role="group" aria-label={translate('search.mode')} className={styles.matching}>
        {MATCHINGS.map((each) => (
          <Chip
            key={each}
            pressed={each === matching}
            onClick={() => session.setFindMatching(each)}
          >
            {translate(`search.mode.${each}`)}
          </Chip>
        ))}
      </div>
      <IconButton icon="x" label={translate('common.close')} onClick={actions.close} />
    </div>
  );
}

/** Says how many matches there are, or why that is not known yet. */
function FindCount({ session, articleId }: Pick<FindBarProps, 'session' | 'articleId'>) {
  const state = useSearchStatus()?.state;
  const { hasText, settled } = useFindAnswer(session, articleId);
  // The session receives matches and answer together, a moment after the answer, so that they always agree.
  const { matches, answered, index } = useSession(session, ({ find }) => find);
  const searching = useLasting(hasText && !settled, QUIET_MS);
  const count = answered || matches.length > 0 ? matches.length : null;
  return (
    <span className={styles.count} role="status">
      {hasText ? describe({ count, index, searching }, state) : ''}
    </span>
  );
}

interface Progress {
  /** The number of matches; `null` before an answer. */
  readonly count: number | null;
  readonly index: number;
  /** True when the answer takes so long that the reader is told. */
  readonly searching: boolean;
}

function describe({ count, index, searching }: Progress, state: SearchState): string {
  if (searching && state === 'ready') return translate('search.searchingShort');
  if (count === 0) return translate('reader.findNone');
  if (count !== null) return translate('reader.findCount', { i: index + 1, n: count });
  const waits = state === 'preparing' || state === 'restarting' || state === 'gone';
  return waits ? translate(`search.state.${state}`) : '';
}
