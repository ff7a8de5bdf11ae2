import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { SearchableArticle } from '#main/search/engine.ts';

/** A public retrieval set: texts, questions, and which texts answer each. */
export const retrievalSetSchema = v.object({
  name: v.string(),
  docs: v.array(v.object({ id: v.string(), title: v.string(), body: v.string() })),
  queries: v.array(v.object({ id: v.string(), text: v.string() })),
  qrels: v.record(v.string(), v.record(v.string(), v.number())),
});
export type RetrievalSet = v.InferOutput<typeof retrievalSetSchema>;
export type RetrievalDoc = RetrievalSet['docs'][number];

export function readRetrievalSet(file: string): RetrievalSet {
  return v.parse(retrievalSetSchema, JSON.parse(readFileSync(file, 'utf8')));
}

/** Documents as articles; their number is the article's id. */
export function toArticles(docs: readonly RetrievalDoc[]): SearchableArticle[] {
  return docs.map(({ title, body }, number) => ({
    // The engine needs a unique id; its pattern is checked where articles enter the library.
    id: `d${number}` as SearchableArticle['id'],
    title,
    blocks: body
      .split('\n')
      .filter((text) => text !== '')
      .map((text, index) => ({ id: `b${index}`, kind: 'paragraph', text })),
    contentHash: String(number),
  }));
}
