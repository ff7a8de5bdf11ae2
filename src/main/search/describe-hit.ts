import { canonicalText } from '#shared/domain/text.ts';
import type { MatchedForm, Place } from '#shared/domain/search.ts';
import { findPhrase } from './find-phrase.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { type LayerRank, type QueryPlan, layerOfRank } from './query-plan.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words of an article that were found together: positions in `IndexedArticle.words`, `end` not included. */
export interface FoundRun {
  readonly start: number;
  readonly end: number;
  readonly rank: LayerRank;
}

/**
 * What of an article a query finds, in reading order, title first.
 *
 * @param shown layers of the words that are shown as found, from `shownWords`
 */
export function findRuns(article: IndexedArticle, plan: QueryPlan, shown: Uint8Array): FoundRun[] {
  const runs = findPhrases(article, plan);
  const isInPhrase = new Set(runs.flatMap(({ start, end }) => range(start, end)));
  const { words } = article;
  for (let at = 0; at < words.length; at += 1) {
    const rank = shown[words[at] ?? -1] ?? 0;
    if (rank > 0 && !isInPhrase.has(at)) runs.push({ start: at, end: at + 1, rank });
  }
  return runs.sort((a, b) => a.start - b.start);
}

/** Runs as places in the characters of the article. */
export function toPlaces(article: IndexedArticle, runs: readonly FoundRun[]): Place[] {
  const text = canonicalText(article.article.blocks);
  return runs.map((run) => {
    const isTitle = run.start < article.titleWords;
    const start = article.starts[run.start] ?? 0;
    const end = article.ends[run.end - 1] ?? start;
    return {
      field: isTitle ? 'title' : 'text',
      start,
      end,
      text: (isTitle ? article.article.title : text).slice(start, end),
      layer: layerOfRank(run.rank),
    };
  });
}

/** The folded forms that were found, strictest layer first, then the commonest. */
export function toForms(
  article: IndexedArticle,
  runs: readonly FoundRun[],
  vocabulary: Vocabulary,
): MatchedForm[] {
  const forms = new Map<string, { text: string; rank: LayerRank; count: number }>();
  for (const { start, end, rank } of runs) {
    const text = range(start, end)
      .map((at) => vocabulary.word(article.words[at] ?? -1))
      .join(' ');
    const key = `${rank} ${text}`;
    const known = forms.get(key);
    if (known === undefined) forms.set(key, { text, rank, count: 1 });
    else known.count += 1;
  }
  return [...forms.values()]
    .sort((a, b) => a.rank - b.rank || b.count - a.count)
    .map(({ text, rank, count }) => ({ text, layer: layerOfRank(rank), count }));
}

/** Places of the query's phrases; a word that two phrases share belongs to the first. */
function findPhrases(article: IndexedArticle, plan: QueryPlan): FoundRun[] {
  const runs: FoundRun[] = [];
  for (const term of plan.terms) {
    if (!term.isPhrase) continue;
    for (const { start, end } of findPhrase(article, term)) {
      if (runs.some((run) => run.start < end && start < run.end)) continue;
      const ranks = term.words.map(
        ({ matches }, index) => matches.get(article.words[start + index] ?? -1) ?? 1,
      );
      runs.push({ start, end, rank: Math.max(...ranks) });
    }
  }
  return runs;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
