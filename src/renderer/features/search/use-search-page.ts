import { useDeferredValue, useMemo, useState } from 'react';
import type { Matching } from '#shared/domain/search.ts';
import type { CoveredResult } from '#shared/domain/search-result.ts';
import { useLibrary, useMarksSummaries } from '#renderer/bridge/queries.ts';
import { type SearchAnswer, useSearch, useSearchAhead } from '#renderer/bridge/search-queries.ts';
import type { Route } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import type { Found } from './facets.ts';
import { joinAnswer } from './join-answer.ts';

export type SearchRoute = Extract<Route, { page: 'search' }>;

/** The longest text that is sent, UTF-16 units. The engine reads only its first 200 letters anyway. */
const MAX_SENT_UTF16 = 1_000;

/** Always the same empty array, so that nothing is drawn again for it. */
const NOTHING_FOUND: readonly Found[] = [];

export interface SearchPageState {
  readonly text: string;
  readonly matching: Matching;
  /** The answer for this text or, while it is searched, for the text before. */
  readonly result: CoveredResult | undefined;
  readonly found: readonly Found[];
  /** True when the result answers the text in the field. */
  readonly answered: boolean;
  readonly error: unknown;
  readonly changeText: (text: string) => void;
  readonly changeMatching: (matching: Matching) => void;
  /** Says that the text is complete, so that its last word is no longer matched as a beginning. */
  readonly enter: () => void;
  /** Asks the same question again. */
  readonly retry: () => void;
}

/** Keeps the field, the address and the answer in step, so that the field never waits for the answer. */
export function useSearchPage(route: SearchRoute): SearchPageState {
  const [text, setText] = useState(route.text);
  const [fromAddress, setFromAddress] = useState(route.text);
  const [entered, setEntered] = useState(() => (isTyping() ? '' : route.text));
  if (route.text !== fromAddress) {
    setFromAddress(route.text);
    if (route.text !== text) {
      setText(route.text);
      setEntered(route.text);
    }
  }
  const asked = useDeferredValue(text);
  const searchAhead = useSearchAhead();
  const queryOf = (words: string) => ({
    text: words.slice(0, MAX_SENT_UTF16),
    matching: route.matching,
    typing: words !== entered,
  });
  const { data, error, isPlaceholderData, refetch } = useSearch(queryOf(asked), asked === text);
  const found = useFound(data);
  const result = asked.trim() === '' || !found ? undefined : data?.result;

  return {
    text,
    matching: route.matching,
    result,
    found: (result && found) ?? NOTHING_FOUND,
    answered: result !== undefined && !isPlaceholderData && asked === text,
    error,
    changeText(next) {
      searchAhead(queryOf(next));
      setText(next);
      navigate({ ...route, text: next }, { replace: true });
    },
    changeMatching: (matching) => navigate({ ...route, text, matching }, { replace: true }),
    enter: () => setEntered(text),
    retry: () => void refetch(),
  };
}

/** True while somebody types in the field of the page before, so that the last word is matched as a beginning. */
function isTyping(): boolean {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement && focused.type === 'search';
}

/** Joins the answer with the summaries of its articles; `undefined` until the library is read. */
function useFound(answer: SearchAnswer | null | undefined): readonly Found[] | undefined {
  const { data: library } = useLibrary();
  const { data: summaries } = useMarksSummaries();
  return useMemo(
    () => library && (answer ? joinAnswer(answer, library, summaries ?? []) : []),
    [answer, library, summaries],
  );
}
