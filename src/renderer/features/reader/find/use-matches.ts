import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useLocate } from '#renderer/bridge/search-queries.ts';
import type { Route } from '#renderer/routes/route.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Match } from '#shared/domain/search-result.ts';
import type { Viewport } from '../position/viewport.ts';
import type { ReaderSession } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import type { OpenPage } from '../text/page.ts';
import { type FoundMatches, rangeOfMatch } from './use-painted-matches.ts';

const NO_MATCHES: readonly Match[] = [];

/** The matches, and whether they belong to the text in the field. */
interface FindAnswer {
  readonly matches: readonly Match[];
  /** True when the field contains something to find. */
  readonly hasText: boolean;
  /** True when the answer to the text in the field has come. */
  readonly settled: boolean;
}

/** Returns the matches of the text in the find field, which the library's search engine finds. */
export function useFindAnswer(session: ReaderSession, articleId: ArticleId): FindAnswer {
  const text = useSession(session, ({ find }) => find.text);
  const matching = useSession(session, ({ find }) => find.matching);
  const { data, isPlaceholderData } = useLocate(articleId, text, matching);
  const hasText = text.trim() !== '';
  return {
    matches: hasText && data ? data : NO_MATCHES,
    hasText,
    settled: hasText && data !== undefined && !isPlaceholderData,
  };
}

/** Gives the matches to the session. */
export function useFoundMatches(session: ReaderSession, articleId: ArticleId): void {
  const { matches, settled } = useFindAnswer(session, articleId);
  // This runs before the page is painted, so that the number of the current match never belongs to another list.
  useLayoutEffect(() => session.setMatches(matches, settled), [session, matches, settled]);
}

/** Returns which matches are marked in the text. */
export function useMarkedMatches(session: ReaderSession): FoundMatches {
  const { painted, matches, index } = useSession(session, ({ find }) => find);
  return useMemo(
    () => ({
      matches: painted ? matches : NO_MATCHES,
      current: painted ? matches[index] : undefined,
    }),
    [painted, matches, index],
  );
}

/** Scrolls to a match when it becomes the current one. */
export function useScrollToMatch(session: ReaderSession, page: OpenPage, viewport: Viewport): void {
  const { current } = useMarkedMatches(session);
  // The first match of an article that opens with a text to find is where it opens, not a jump.
  const opening = useRef(session.state.find.text !== '');
  useEffect(() => {
    if (!current) return undefined;
    let stopped = false;
    void document.fonts.ready.then(() => {
      if (stopped || !page.body.current) return;
      if (current.field === 'text') page.sight.current.reach(current.start);
      const range = rangeOfMatch(page.body.current, page, current);
      if (!range) return;
      if (!opening.current) viewport.leave('step');
      opening.current = false;
      viewport.bring(range);
    });
    return () => {
      stopped = true;
    };
  }, [current, page, viewport]);
}

/** Marks the passage in the address for a moment, if the address has no text to find. */
export function useAddressedPassage(
  route: Extract<Route, { page: 'article' }>,
  viewport: Viewport,
): void {
  useEffect(() => {
    if (route.at && route.find === '')
      void document.fonts.ready.then(() => route.at && viewport.jumpTo(route.at, null));
  }, [route, viewport]);
}
