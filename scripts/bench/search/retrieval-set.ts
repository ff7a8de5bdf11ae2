import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { SearchableArticle } from '#main/search/engine.ts';

/** A public retrieval set: texts, questions, and which texts answer each question. */
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

/**
 * Reads all sets of a folder as one library, with the questions of each set apart, to compare long and short texts. An id
 * that several sets use means the same document.
 */
export function readMixedSets(folder: string): RetrievalSet[] {
  const sets = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readRetrievalSet(join(folder, name)));
  const docs = [...new Map(sets.flatMap((set) => set.docs.map((doc) => [doc.id, doc]))).values()];
  const each = sets.map((set) => ({ ...set, docs }));
  const all: RetrievalSet = { name: 'all', docs, queries: [], qrels: {} };
  for (const { name, queries, qrels } of sets) {
    for (const { id, text } of queries) {
      const unique = `${name} ${id}`;
      all.queries.push({ id: unique, text });
      all.qrels[unique] = qrels[id] ?? {};
    }
  }
  return [all, ...each];
}

/** Turns documents into articles whose ids are their numbers. */
export function toArticles(docs: readonly RetrievalDoc[]): SearchableArticle[] {
  return docs.map(({ title, body }, number) => ({
    // The engine needs only a unique id; its pattern is checked when an article enters the library.
    id: `d${number}` as SearchableArticle['id'],
    title,
    blocks: body
      .split('\n')
      .filter((text) => text !== '')
      .map((text, index) => ({ id: `b${index}`, kind: 'paragraph', text })),
    contentHash: String(number),
  }));
}
