import { tokenize } from '#shared/arabic/tokenize.ts';
import type { SearchResult } from '#shared/domain/search-result.ts';

/** A word of the query as it was written, with the number of articles that have it. */
export interface AskedWord {
  readonly text: string;
  readonly articles: number;
}

/** The words of a query as the reader wrote them. The result itself has only their folded form. */
export function askedWords(result: Pick<SearchResult, 'text' | 'words'>): readonly AskedWord[] {
  const written = new Map(
    tokenize(result.text).map((token) => [token.text, result.text.slice(token.start, token.end)]),
  );
  const asked = new Map(
    result.words.map(({ text, articles }) => [text, { text: written.get(text) ?? text, articles }]),
  );
  return [...asked.values()];
}

/** The query with each word that occurs nowhere replaced by a similar one that occurs; `null` when none is known. */
export function suggestedQuery(result: Pick<SearchResult, 'text' | 'words'>): string | null {
  const better = new Map(result.words.map(({ text, suggestion }) => [text, suggestion]));
  let [query, done, changed] = ['', 0, false];
  for (const { text, start, end } of tokenize(result.text)) {
    const suggestion = better.get(text);
    if (!suggestion) continue;
    query += result.text.slice(done, start) + suggestion;
    done = end;
    changed = true;
  }
  return changed ? query + result.text.slice(done) : null;
}
