import type { Matching } from '#shared/domain/search.ts';
import type { CoveredResult } from '#shared/domain/search-result.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { askedWords, suggestedQuery } from './asked-words.ts';
import type { Found } from './facets.ts';
import { formsOf, nameForms } from './forms-of.ts';
import styles from './Summary.module.css';

interface SummaryProps {
  readonly result: CoveredResult;
  readonly shown: readonly Found[];
  readonly matching: Matching;
  readonly onMatching: (matching: Matching) => void;
  readonly onText: (text: string) => void;
}

/** A summary of the answer: the number of results, other forms of the words, and words that occur nowhere. */
export function Summary({ result, shown, matching, onMatching, onText }: SummaryProps) {
  const count = countMatches(shown);
  const notes = shown.reduce((sum, one) => sum + one.notes.length, 0);
  const forms = nameForms(closeForms(shown));
  const partial = isPartial(result);
  const capped = result.total > result.hits.length;
  // While the library is not read as a whole, nothing can be said about missing words.
  const missing = partial ? [] : askedWords(result).filter(({ articles }) => articles === 0);
  return (
    <>
      <p className={styles.count} data-count>
        <b>{translate('common.articles', { n: shown.length })}</b>
        {count > 0 && ` · ${matches(count, capped)}`}
        {notes > 0 && ` · ${translate('search.inNotes', { n: notes })}`}
        {partial && ` ${translate('search.soFar')}`}
      </p>
      {capped && (
        <p className={styles.row}>
          {translate(partial ? 'search.cappedSoFar' : 'search.capped', {
            shown: translate('common.articles', { n: result.hits.length }),
            total: result.total,
          })}
        </p>
      )}
      {forms.named.length > 0 && (
        <div className={styles.row}>
          <span>{translate('search.expanded')}</span>
          {forms.named.map((form) => (
            <Tag key={form}>
              <Bidi text={form} />
            </Tag>
          ))}
          {forms.more > 0 && <span>{translate('search.moreForms', { n: forms.more })}</span>}
          <Button small className={styles.inline} onClick={() => onMatching('exact')}>
            {translate('search.exactOnly')}
          </Button>
        </div>
      )}
      {missing.length > 0 && (
        <p className={styles.row}>
          {missing.map(({ text }) => (
            <span key={text}>{describeMissing(text, matching)}</span>
          ))}
          <WidenOffer small matching={matching} onMatching={onMatching} />
          <Suggestion query={suggestedQuery(result)} onText={onText} />
        </p>
      )}
    </>
  );
}

/**
 * Names the number of matches. When not all articles are shown, it says that only the matches of the shown ones are
 * counted.
 */
const matches = (n: number, capped: boolean): string => {
  const count = translate('common.matches', { n });
  return capped ? translate('search.matchesInShown', { count }) : count;
};

/** True while articles are still being read, so that more may be found. */
export const isPartial = ({ coverage }: CoveredResult): boolean => coverage.waiting > 0;

/** A count with the words that it may still increase. */
export const soFar = (count: string, isPartial: boolean): string =>
  isPartial ? `${count} ${translate('search.soFar')}` : count;

interface SuggestionProps {
  readonly query: string | null;
  readonly onText: (text: string) => void;
}

/** Offers «هل تقصد …؟» when a similar word is known. */
export function Suggestion({ query, onText }: SuggestionProps) {
  if (query === null) return null;
  return (
    <Button small className={styles.inline} onClick={() => onText(query)}>
      {translate('search.didYouMean', { q: query })}
    </Button>
  );
}

/** Says that a word was not found at all, or not in exactly this spelling. */
export function describeMissing(word: string, matching: Matching): string {
  return translate(matching === 'exact' ? 'search.wordMissingExactly' : 'search.wordMissing', {
    word,
  });
}

interface WidenOfferProps {
  readonly matching: Matching;
  readonly onMatching: (matching: Matching) => void;
  readonly small?: boolean;
}

/** Offers a wider matching when the exact one finds too little. */
export function WidenOffer({ matching, onMatching, small = false }: WidenOfferProps) {
  if (matching !== 'exact') return null;
  return (
    <Button
      kind={small ? 'ghost' : 'outline'}
      small={small}
      className={small ? (styles.inline ?? '') : ''}
      onClick={() => onMatching('close')}
    >
      {translate('search.widen')}
    </Button>
  );
}

/** The number of matches of some hits. */
export const countMatches = (found: readonly Found[]): number =>
  found.reduce((sum, { hit }) => sum + hit.matches.length, 0);

/** The forms that differ from the asked word, the most frequent first. */
function closeForms(found: readonly Found[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of found) {
    for (const { text, layer, count } of formsOf(one)) {
      if (layer !== 'exact') counts.set(text, (counts.get(text) ?? 0) + count);
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([text]) => text);
}
