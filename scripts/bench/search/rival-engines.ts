import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { DatabaseSync } from 'node:sqlite';
import '#main/search/arabic-stemmer.ts';
import { isRanked } from '#main/search/index-keys.ts';
import { light10 } from '#shared/arabic/light10.ts';
import { tokenize } from '#shared/arabic/tokenize.ts';
import type { RetrievalDoc } from './retrieval-set.ts';

/** Answers a question with the ids of documents, best first. */
export type Ask = (question: string) => string[];

/**
 * Lunr with lunr.ar as published: its pipeline for indexing, the question's words through `idx.query`. `throws` tells
 * whether `idx.search` itself throws at a question.
 */
export function stockLunr(docs: readonly RetrievalDoc[]): {
  readonly ask: Ask;
  readonly throws: (question: string) => boolean;
} {
  const index = lunr(function build() {
    // arabic-stemmer installs this plugin; the types of lunr-languages do not extend Lunr's.
    this.use((lunr as unknown as { ar: lunr.Builder.Plugin }).ar);
    this.ref('id');
    this.field('title');
    this.field('body');
    for (const doc of docs) this.add(doc);
  });
  return {
    ask: (question) =>
      index
        .query((query) => {
          for (const word of question.split(/\s+/u).filter(Boolean)) query.term(word, {});
        })
        .map(({ ref }) => ref),
    throws: (question) => {
      try {
        index.search(question);
        return false;
      } catch {
        return true; // Counting these failures is the purpose.
      }
    },
  };
}

export function miniSearch(docs: readonly RetrievalDoc[]): Ask {
  const index = new MiniSearch<RetrievalDoc>({
    fields: ['title', 'body'],
    tokenize: light10Terms,
    processTerm: (term) => term,
  });
  index.addAll(docs);
  return (question) => index.search(question).map(({ id }) => String(id));
}

export function fts5(docs: readonly RetrievalDoc[]): Ask {
  const database = new DatabaseSync(':memory:');
  database.exec(
    `create virtual table docs using fts5(id unindexed, title, body, tokenize = "unicode61")`,
  );
  const insert = database.prepare('insert into docs values (?, ?, ?)');
  database.exec('begin');
  for (const { id, title, body } of docs)
    insert.run(id, light10Terms(title).join(' '), light10Terms(body).join(' '));
  database.exec('commit');
  const select = database.prepare(
    'select id from docs where docs match ? order by bm25(docs) limit 10',
  );
  return (question) => {
    const terms = light10Terms(question);
    if (terms.length === 0) return [];
    const all = terms.map((term) => `"${term}"`).join(' OR ');
    return select.all(all).map((row) => String(row['id']));
  };
}

/** Returns the terms for two of the rivals: our tokens, each shortened by light10. */
function light10Terms(text: string): string[] {
  return tokenize(text).flatMap(({ text: word }) => (isRanked(word) ? [light10(word)] : []));
}
