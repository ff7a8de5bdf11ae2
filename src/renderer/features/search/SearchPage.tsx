import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { translate } from '#shared/i18n/translate.ts';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { usePainted } from '#renderer/ui/use-painted.ts';
import { hasListPosition, useListPosition } from '#renderer/ui/use-list-position.ts';
import { useStableFunctions } from '#renderer/ui/use-stable-functions.ts';
import { viewState } from '#renderer/view-state/view-state.ts';
import { Answer } from './Answer.tsx';
import { FilterSheet } from './FilterSheet.tsx';
import { Filters, type FiltersProps } from './Filters.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import { focusResult } from './ResultList.tsx';
import { StateLine } from './StateLine.tsx';
import { isPartial } from './Summary.tsx';
import { type FacetChoice, NO_CHOICE, filterFound } from './facets.ts';
import { type SearchPageState, type SearchRoute, useSearchPage } from './use-search-page.ts';
import styles from './SearchPage.module.css';

export interface SearchPageProps {
  readonly route: SearchRoute;
}

const nameOfList = ({ matching, text }: Pick<SearchRoute, 'matching' | 'text'>): string =>
  `search ${matching} ${text}`;

/** The search page, which searches the whole library with every letter. */
export function SearchPage({ route }: SearchPageProps) {
  const search = useSearchPage(route);
  const [isReturn] = useState(() => hasListPosition(nameOfList(route)));
  const [choice, setChoice] = useChoice(route.text, search.text);
  const field = useFocusedField();
  const list = useRef<HTMLOListElement>(null);
  const scroller = useListPosition(nameOfList(search), search.answered);
  const shown = useMemo(() => filterFound(search.found, choice), [search.found, choice]);
  const filters = useFilterProps(search, choice, setChoice);
  const pick = (text: string): void => {
    search.changeText(text);
    field.current?.focus();
  };
  return (
    <div className={styles.grid}>
      <div ref={scroller} className={`${styles.column} scroll`}>
        {/* Tests and benchmarks read from this attribute for which text the results are. */}
        <div
          className={styles.wrap}
          data-answers={search.answered ? search.result?.text : undefined}
        >
          <h1 className={styles.hidden}>{translate('search.title')}</h1>
          <QueryField search={search} fieldRef={field} listRef={list} />
          <FilterSheet {...filters} />
          <StateLine error={search.error} onRetry={search.retry} />
          <ProgressLine {...search} />
          <Answer
            search={search}
            shown={shown}
            isReturn={isReturn}
            listRef={list}
            onText={pick}
            onClear={() => setChoice(NO_CHOICE)}
            onLeaveUp={() => field.current?.focus()}
          />
        </div>
      </div>
      <aside className={`${styles.facets} scroll`} aria-label={translate('search.filters')}>
        <Filters {...filters} />
      </aside>
    </div>
  );
}

/** The chosen filters. They are remembered with the text, so that going back from an article shows the same results. */
function useChoice(textAtStart: string, text: string) {
  const [choice, setChoice] = useState(() => rememberedChoice(textAtStart));
  useEffect(() => {
    viewState.set('searchFilters', { text, choice });
  }, [text, choice]);
  return [choice, setChoice] as const;
}

/** What the filters beside the results and those in the sheet show. */
function useFilterProps(
  search: SearchPageState,
  choice: FacetChoice,
  onChoice: (choice: FacetChoice) => void,
): FiltersProps {
  const { changeMatching } = useStableFunctions({ changeMatching: search.changeMatching });
  return {
    matching: search.matching,
    onMatching: changeMatching,
    // The counts follow one frame after the results, so that the results are painted sooner.
    found: usePainted(search.found),
    choice,
    onChoice,
    counted: countedOf(search.result),
  };
}

interface QueryFieldProps {
  readonly search: SearchPageState;
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly listRef: RefObject<HTMLOListElement | null>;
}

/** The field of the query. Enter searches at once, and the arrow down goes to the first result. */
function QueryField({ search, fieldRef, listRef }: QueryFieldProps) {
  const handleKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') search.enter();
    if (event.key === 'ArrowDown' && focusResult(listRef.current, 1) === 'moved') {
      event.preventDefault();
    }
  };
  return (
    <SearchField
      large
      pageSearch
      label={translate('search.field')}
      placeholder={translate('library.searchPlaceholder')}
      value={search.text}
      onChange={search.changeText}
      onKeyDown={handleKeyDown}
      inputRef={fieldRef}
    />
  );
}

/** Returns the filters as the reader left them, so that going back from an article shows the same results. */
function rememberedChoice(text: string): FacetChoice {
  const left = viewState.get('searchFilters');
  return left?.text === text ? left.choice : NO_CHOICE;
}

/** What the counts beside the filters are about: all hits, or only a part of them. */
function countedOf(result: SearchPageState['result']): 'shown' | 'searched' | 'all' {
  if (!result) return 'all';
  if (result.total > result.hits.length) return 'shown';
  return isPartial(result) ? 'searched' : 'all';
}

/**
 * Focuses the field with the caret at its end. A layout effect does this before the page is painted, so that no
 * letter is lost between this field and that of the page before.
 */
function useFocusedField() {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const input = field.current;
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);
  return field;
}
