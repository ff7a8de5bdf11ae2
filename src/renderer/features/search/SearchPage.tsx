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
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { usePainted } from '#renderer/ui/use-painted.ts';
import { hasListPosition, useListPosition } from '#renderer/ui/use-list-position.ts';
import { useStableFunctions } from '#renderer/ui/use-stable-functions.ts';
import { viewState } from '#renderer/view-state/view-state.ts';
import { FilterSheet } from './FilterSheet.tsx';
import { Filters, type FiltersProps } from './Filters.tsx';
import { FamilyOffer, NoResults } from './NoResults.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import { ResultList, focusResult } from './ResultList.tsx';
import { StateLine } from './StateLine.tsx';
import { Summary, isPartial, soFar } from './Summary.tsx';
import { type FacetChoice, NO_CHOICE, filterFound } from './facets.ts';
import { type SearchPageState, type SearchRoute, useSearchPage } from './use-search-page.ts';
import { useSearchSignals } from './use-search-signals.ts';
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

interface AnswerProps {
  readonly search: SearchPageState;
  readonly shown: SearchPageState['found'];
  readonly isReturn: boolean;
  readonly listRef: RefObject<HTMLOListElement | null>;
  readonly onText: (text: string) => void;
  readonly onClear: () => void;
  readonly onLeaveUp: () => void;
}

function Answer(props: AnswerProps) {
  const { search, shown, isReturn, listRef, onText, onClear, onLeaveUp } = props;
  const { result, found, matching, answered, changeMatching } = search;
  useSearchSignals(answered, result, shown);

  if (!result) {
    if (search.text.trim() !== '') return null;
    return (
      <EmptyState
        drawing="search"
        title={translate('search.startTitle')}
        hint={translate('search.startHint')}
      />
    );
  }
  if (found.length === 0) {
    return (
      <NoResults result={result} matching={matching} onText={onText} onMatching={changeMatching} />
    );
  }
  if (shown.length === 0) {
    return <NothingLeft found={found.length} isPartial={isPartial(result)} onClear={onClear} />;
  }
  return (
    <>
      <Summary
        result={result}
        shown={shown}
        matching={matching}
        onMatching={changeMatching}
        onText={onText}
      />
      <ResultList
        found={shown}
        find={result.text}
        matching={matching}
        isReturn={isReturn}
        listRef={listRef}
        onLeaveUp={onLeaveUp}
      />
      <div className={styles.more}>
        <FamilyOffer result={result} onMatching={changeMatching} />
      </div>
    </>
  );
}

/** What the counts beside the filters are about: all hits, or only a part of them. */
function countedOf(result: SearchPageState['result']): 'shown' | 'searched' | 'all' {
  if (!result) return 'all';
  if (result.total > result.hits.length) return 'shown';
  return isPartial(result) ? 'searched' : 'all';
}

interface NothingLeftProps {
  readonly found: number;
  readonly isPartial: boolean;
  readonly onClear: () => void;
}

/** Says that the filters hide all results, and offers to clear them. */
function NothingLeft({ found, isPartial, onClear }: NothingLeftProps) {
  const articles = soFar(translate('common.articles', { n: found }), isPartial);
  return (
    <EmptyState
      drawing="search"
      title={translate('search.noneFiltered')}
      hint={translate('search.noneFilteredHint', { articles })}
    >
      <Button kind="outline" onClick={onClear}>
        {translate('search.clearFilters')}
      </Button>
    </EmptyState>
  );
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
