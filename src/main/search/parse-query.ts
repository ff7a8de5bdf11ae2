import { isStopWord } from '#shared/arabic/stop-words.ts';
import { tokenize } from '#shared/arabic/tokenize.ts';
import { MAX_QUERY_UTF16 } from '#shared/domain/limits.ts';
import { MAX_WORD_UTF16 } from './index-keys.ts';

/**
 * Most words and phrases of a query; later ones are ignored. Stop words are not counted, because the length of the
 * query limits them.
 */
export const MAX_TERMS = 12;

/** A folded word, or the folded words of a quoted phrase. */
export interface QueryTerm {
  readonly kind: 'word' | 'phrase';
  readonly words: readonly string[];
}

export interface ParsedQuery {
  /** The query, trimmed and cut to `MAX_QUERY_UTF16` units. */
  readonly text: string;
  readonly terms: readonly QueryTerm[];
  readonly excluded: readonly QueryTerm[];
  /** True when the query ends inside a word that may continue. */
  readonly endsInWord: boolean;
}

/** A quoted phrase, with or without a minus before it. An unmatched quote is text. */
const QUOTED = /(?<=^|\s)(-?)(?:"([^"]*)"|«([^»]*)»|“([^”]*)”)|"([^"]*)"|«([^»]*)»|“([^”]*)”/gu;
const EXCLUDED_CHUNK = /^-(?=[^\s-])/u;

/**
 * Parses what a reader typed. Only quotes around a phrase and a `-` before a word have a meaning; every other
 * character is text. If the query would exclude everything, its minus signs are treated as text.
 */
export function parseQuery(typed: string): ParsedQuery {
  const text = cut(typed.trim());
  const parsed = readTerms(text);
  const positive = parsed.terms.length > 0 ? parsed : { terms: parsed.excluded, excluded: [] };
  const terms = firstTerms(withoutRepeats(positive.terms));
  return {
    text,
    terms,
    excluded: firstTerms(withoutRepeats(positive.excluded)),
    endsInWord: /[\p{L}\p{M}\p{N}]$/u.test(text) && text === cut(typed.trimStart()),
  };
}

/** Cuts a text to the longest query without cutting a surrogate pair. */
function cut(text: string): string {
  return text.slice(0, MAX_QUERY_UTF16).replace(/[\uD800-\uDBFF]$/u, '');
}

interface Terms {
  readonly terms: QueryTerm[];
  readonly excluded: QueryTerm[];
}

function readTerms(text: string): Terms {
  const found: Terms = { terms: [], excluded: [] };
  let at = 0;
  for (const match of text.matchAll(QUOTED)) {
    const [whole, sign, ...inner] = match;
    readPlain(text.slice(at, match.index), found);
    const words = wordsOf(inner.find((part) => part !== undefined) ?? '');
    if (words.length > 0)
      (sign === '-' ? found.excluded : found.terms).push({ kind: 'phrase', words });
    at = match.index + whole.length;
  }
  readPlain(text.slice(at), found);
  return found;
}

function readPlain(text: string, found: Terms): void {
  for (const chunk of text.split(/\s+/u)) {
    const isExcluded = EXCLUDED_CHUNK.test(chunk);
    for (const word of wordsOf(chunk)) {
      (isExcluded ? found.excluded : found.terms).push({ kind: 'word', words: [word] });
    }
  }
}

function wordsOf(text: string): string[] {
  return tokenize(text)
    .map((token) => token.text)
    .filter((word) => word.length <= MAX_WORD_UTF16)
    .slice(0, MAX_TERMS);
}

function firstTerms(terms: readonly QueryTerm[]): QueryTerm[] {
  let counted = 0;
  return terms.filter((term) => {
    if (!term.words.every(isStopWord)) counted += 1;
    return counted <= MAX_TERMS;
  });
}

function withoutRepeats(terms: readonly QueryTerm[]): QueryTerm[] {
  const seen = new Map(terms.map((term) => [`${term.kind} ${term.words.join(' ')}`, term]));
  return [...seen.values()];
}
