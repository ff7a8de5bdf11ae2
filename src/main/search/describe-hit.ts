import { canonicalText } from '#shared/domain/text.ts';
import type { MatchedForm, Match } from '#shared/domain/search-result.ts';
import { findPhrase } from './find-phrase.ts';
import type { IndexedArticle, IndexedText } from './indexed-article.ts';
import { type LayerRank, type QueryPlan, layerOfRank } from './query-plan.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A match as a run of words: indexes in `IndexedText.words`, `end` not included. */
export interface FoundRun {
  readonly start: number;
  readonly end: number;
  readonly rank: LayerRank;
}

/**
 * Finds the matches of a query in a text, in reading order, title first.
 *
 * @param shown for each word of the vocabulary its layer when it is shown as a match, from `shownWords`
 */
export function findRuns(text: IndexedText, plan: QueryPlan, shown: Uint8Array): FoundRun[] {
  const runs = findPhrases(text, plan);
  const isInPhrase = new Set(runs.flatMap(({ start, end }) => range(start, end)));
  const { words } = text;
  for (let at = 0; at < words.length; at += 1) {
    const rank = shown[words[at] ?? -1] ?? 0;
    if (rank > 0 && !isInPhrase.has(at)) runs.push({ start: at, end: at + 1, rank });
  }
  return runs.sort((a, b) => a.start - b.start);
}

/**
 * Converts runs of words to matches in the characters of the article. @param opened the article with its text, read
 * once by the caller because each access parses it again
 */
export function toMatches(
  article: IndexedArticle,
  { title, blocks }: IndexedArticle['article'],
  runs: readonly FoundRun[],
): Match[] {
  return cutMatches(article, runs, { title, text: canonicalText(blocks) });
}

/** Converts runs of words to matches in the characters of a title and a text; offsets are UTF-16 units. */
export function cutMatches(
  indexed: IndexedText,
  runs: readonly FoundRun[],
  source: { readonly title: string; readonly text: string },
): Match[] {
  return runs.map((run) => {
    const field = run.start < indexed.titleWords ? 'title' : 'text';
    const start = indexed.starts[run.start] ?? 0;
    const end = indexed.ends[run.end - 1] ?? start;
    return {
      field,
      start,
      end,
      text: source[field].slice(start, end),
      layer: layerOfRank(run.rank),
    };
  });
}

/** Lists the folded forms that were found, strictest layer first, then the most frequent. */
export function toForms(
  text: IndexedText,
  runs: readonly FoundRun[],
  vocabulary: Vocabulary,
): MatchedForm[] {
  const forms = new Map<string, { text: string; rank: LayerRank; count: number }>();
  for (const { start, end, rank } of runs) {
    const form = range(start, end)
      .map((at) => vocabulary.word(text.words[at] ?? -1))
      .join(' ');
    const key = `${rank} ${form}`;
    const known = forms.get(key);
    if (known === undefined) forms.set(key, { text: form, rank, count: 1 });
    else known.count += 1;
  }
  return [...forms.values()]
    .sort((a, b) => a.rank - b.rank || b.count - a.count)
    .map((form) => ({ text: form.text, layer: layerOfRank(form.rank), count: form.count }));
}

/** Finds the query's phrases. Words that two phrases share belong to the first phrase. */
function findPhrases(text: IndexedText, plan: QueryPlan): FoundRun[] {
  const runs: FoundRun[] = [];
  for (const term of plan.terms) {
    if (!term.isPhrase) continue;
    for (const { start, end, rank } of findPhrase(text, term, plan.widestInPhrase)) {
      if (runs.some((run) => run.start < end && start < run.end)) continue;
      runs.push({ start, end, rank });
    }
  }
  return runs;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
