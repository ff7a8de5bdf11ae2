import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { SearchableArticle } from '#main/search/engine.ts';

/** A public retrieval set: texts, questions, and which texts answer each. */
export const retrievalSetSchema = z.object({
  name: z.string(),
  docs: z.array(z.object({ id: z.string(), title: z.string(), body: z.string() })),
  queries: z.array(z.object({ id: z.string(), text: z.string() })),
  qrels: z.record(z.string(), z.record(z.string(), z.number())),
});
export type RetrievalSet = z.infer<typeof retrievalSetSchema>;
export type RetrievalDoc = RetrievalSet['docs'][number];

export function readRetrievalSet(file: string): RetrievalSet {
  return retrievalSetSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
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
