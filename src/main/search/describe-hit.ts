import { type Token, tokenize } from '#shared/arabic/tokenize.ts';
import type { MatchedForm, Place } from '#shared/domain/search.ts';
import { findPhrase } from './find-phrase.ts';
import { MAX_WORD_UTF16 } from './index-keys.ts';
import {
  type LayerRank,
  type QueryPlan,
  layerOfRank,
  rankOfLayer,
  shownWords,
} from './query-plan.ts';
import type { IndexedArticle } from './segment.ts';

/** Where each word of an article stands, the title's words first, as in `IndexedArticle.words`. */
interface WordOffsets {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly forms: readonly string[];
}

/** Articles whose offsets are remembered: what a reader pages through, not the library. */
const MAX_CACHED_ARTICLES = 300;
const cache = new Map<string, { readonly hash: string; readonly offsets: WordOffsets }>();

/** The places of a query in an article, in reading order, title first. */
export function findPlaces(article: IndexedArticle, plan: QueryPlan): Place[] {
  const shown = shownWords(plan);
  const offsets = offsetsOf(article);
  const ranks = new Map<number, { end: number; rank: LayerRank }>();
  for (const term of plan.terms) {
    if (!term.isPhrase) continue;
    for (const { start, end } of findPhrase(article, term)) {
      const found = term.words.map(
        (word, index) => word.matches.get(article.words[start + index] ?? -1) ?? 1,
      );
      ranks.set(start, { end, rank: Math.max(...found) });
    }
  }
  for (const [at, word] of article.words.entries()) {
    const rank = shown.get(word);
    if (rank !== undefined && !ranks.has(at)) ranks.set(at, { end: at + 1, rank });
  }
  const places: Place[] = [];
  let covered = 0;
  for (const [at, { end, rank }] of [...ranks].sort((a, b) => a[0] - b[0])) {
    if (at < covered) continue;
    covered = end;
    places.push(toPlace(article, offsets, { start: at, end }, rank));
  }
  return places;
}

/** The surface forms that were found, strictest layer first, then the commonest. */
export function formsOf(article: IndexedArticle, places: readonly Place[]): MatchedForm[] {
  const forms = new Map<string, MatchedForm>();
  for (const place of places) {
    const text = formOf(article, place);
    const known = forms.get(`${place.layer} ${text}`);
    forms.set(`${place.layer} ${text}`, {
      text,
      layer: place.layer,
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...forms.values()].sort(
    (a, b) => rankOfLayer(a.layer) - rankOfLayer(b.layer) || b.count - a.count,
  );
}

function formOf(article: IndexedArticle, place: Place): string {
  const { starts, ends, forms } = offsetsOf(article);
  const [from, to] =
    place.field === 'title' ? [0, article.titleWords] : [article.titleWords, starts.length];
  const found: string[] = [];
  for (
    let at = lowerBound(starts, place.start, from, to);
    at < to && (ends[at] ?? 0) <= place.end;
    at += 1
  ) {
    found.push(forms[at] ?? '');
  }
  return found.join(' ');
}

function lowerBound(starts: Uint32Array, start: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toPlace(
  article: IndexedArticle,
  offsets: WordOffsets,
  run: { readonly start: number; readonly end: number },
  rank: LayerRank,
): Place {
  const isTitle = run.start < article.titleWords;
  const source = isTitle ? article.article.title : article.text;
  const start = offsets.starts[run.start] ?? 0;
  const end = offsets.ends[run.end - 1] ?? start;
  return {
    field: isTitle ? 'title' : 'text',
    start,
    end,
    text: source.slice(start, end),
    layer: layerOfRank(rank),
  };
}

function offsetsOf(article: IndexedArticle): WordOffsets {
  const { id, contentHash } = article.article;
  const known = cache.get(id);
  if (known?.hash === contentHash + article.article.title) return known.offsets;
  const tokens = [...wordsOf(article.article.title), ...wordsOf(article.text)];
  const offsets = {
    starts: Uint32Array.from(tokens, (token) => token.start),
    ends: Uint32Array.from(tokens, (token) => token.end),
    forms: tokens.map((token) => token.text),
  };
  const oldest = cache.size >= MAX_CACHED_ARTICLES ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  cache.set(id, { hash: contentHash + article.article.title, offsets });
  return offsets;
}

function wordsOf(text: string): Token[] {
  return tokenize(text).filter((token) => token.text.length <= MAX_WORD_UTF16);
}
