import type { RefObject } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { FamilyOffer, NoResults } from './NoResults.tsx';
import { ResultList } from './ResultList.tsx';
import { Summary, isPartial, soFar } from './Summary.tsx';
import type { SearchPageState } from './use-search-page.ts';
import { useSearchSignals } from './use-search-signals.ts';
import styles from './SearchPage.module.css';

interface AnswerProps {
  readonly search: SearchPageState;
  readonly shown: SearchPageState['found'];
  readonly isReturn: boolean;
  readonly listRef: RefObject<HTMLOListElement | null>;
  readonly onText: (text: string) => void;
  readonly onClear: () => void;
  readonly onLeaveUp: () => void;
}

/** What the search has found, or a sentence that says why nothing is shown. */
export function Answer(props: AnswerProps) {
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
