import type { Matching } from '#shared/domain/search.ts';
import type { CoveredResult } from '#shared/domain/search-result.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Suggestion, WidenOffer, describeMissing, isPartial, soFar } from './Summary.tsx';
import { askedWords, suggestedQuery } from './asked-words.ts';

interface NoResultsProps {
  readonly result: CoveredResult;
  readonly matching: Matching;
  readonly onText: (text: string) => void;
  readonly onMatching: (matching: Matching) => void;
}

/** Says which words the library has and which it does not have, and offers searches that would find something. */
export function NoResults({ result, matching, onText, onMatching }: NoResultsProps) {
  const words = askedWords(result);
  if (words.length === 0) {
    return (
      <EmptyState
        drawing="search"
        title={translate('search.noWords')}
        hint={translate('search.noWordsHint')}
      >
        <NewSearch onText={onText} />
      </EmptyState>
    );
  }
  if (isPartial(result)) {
    // While the library is not read as a whole, nothing can be said about missing words.
    return (
      <EmptyState
        drawing="search"
        title={translate('search.noneYet', { q: result.text })}
        hint={translate('search.noneYetHint')}
      >
        <NewSearch onText={onText} />
      </EmptyState>
    );
  }
  const existing = words.filter(({ articles }) => articles > 0);
  const facts = words.map(({ text, articles }) =>
    articles === 0
      ? describeMissing(text, matching)
      : translate('search.wordFound', {
          word: text,
          articles: translate('common.articles', { n: articles }),
        }),
  );
  return (
    <EmptyState
      drawing="search"
      title={translate('search.none', { q: result.text })}
      hint={facts.join(' ')}
    >
      <Suggestion query={suggestedQuery(result)} onText={onText} />
      {existing.map(({ text }) => (
        <Button key={text} kind="outline" onClick={() => onText(text)}>
          {translate('search.trySingle', { word: text })}
        </Button>
      ))}
      <WidenOffer matching={matching} onMatching={onMatching} />
      <FamilyOffer result={result} onMatching={onMatching} />
      <NewSearch onText={onText} />
    </EmptyState>
  );
}

/** A button that empties the field. It is always there. */
function NewSearch({ onText }: Pick<NoResultsProps, 'onText'>) {
  return <Button onClick={() => onText('')}>{translate('search.new')}</Button>;
}

/** Offers the articles that only the matching of word families finds. */
export function FamilyOffer({ result, onMatching }: Pick<NoResultsProps, 'result' | 'onMatching'>) {
  if (result.familyOnly === 0) return null;
  return (
    <Button kind="outline" onClick={() => onMatching('family')}>
      {translate('search.familyOffer', {
        articles: soFar(translate('common.articles', { n: result.familyOnly }), isPartial(result)),
      })}
    </Button>
  );
}
