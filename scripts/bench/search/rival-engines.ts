import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import '#main/search/arabic-stemmer.ts';
import { isRanked } from '#main/search/index-keys.ts';
import { light10 } from '#shared/arabic/light10.ts';
import { tokenize } from '#shared/arabic/tokenize.ts';
import type { RetrievalDoc } from './retrieval-set.ts';

/** Another engine over the same documents. */
export interface Rival {
  /** Answers a question with document ids, best first. */
  readonly ask: (question: string) => string[];
  /** The index as the engine itself would store it. */
  readonly store: () => string | Buffer;
}

/** Tokens that a rival gets: what ours are, with one key a word. */
export type Keys = (word: string) => readonly string[];
export const light10Keys: Keys = (word) => [light10(word)];

/**
 * Lunr with lunr.ar as published: its pipeline for indexing, the question's words through `idx.query`.
 * `throws` counts the questions on which `idx.search` itself throws.
 */
export function stockLunr(
  docs: readonly RetrievalDoc[],
): Rival & { readonly throws: (question: string) => boolean } {
  const index = lunr(function build() {
    // Installed by arabic-stemmer; the types of lunr-languages do not extend Lunr's.
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
    store: () => JSON.stringify(index),
    throws: (question) => {
      try {
        index.search(question);
        return false;
      } catch {
        return true; // Counting these is the purpose.
      }
    },
  };
}

export function miniSearch(docs: readonly RetrievalDoc[], keys: Keys = light10Keys): Rival {
  const index = new MiniSearch<RetrievalDoc>({
    fields: ['title', 'body'],
    tokenize: (text) => keysOfText(text, keys),
    processTerm: (term) => term,
  });
  index.addAll(docs);
  return {
    ask: (question) => index.search(question).map(({ id }) => String(id)),
    store: () => JSON.stringify(index),
  };
}

export function fts5(docs: readonly RetrievalDoc[], keys: Keys = light10Keys): Rival {
  const database = new DatabaseSync(':memory:');
  database.exec(
    `create virtual table docs using fts5(id unindexed, title, body, tokenize = "unicode61")`,
  );
  const insert = database.prepare('insert into docs values (?, ?, ?)');
  database.exec('begin');
  for (const { id, title, body } of docs) {
    insert.run(id, keysOfText(title, keys).join(' '), keysOfText(body, keys).join(' '));
  }
  database.exec('commit');
  const select = database.prepare(
    'select id from docs where docs match ? order by bm25(docs) limit 10',
  );
  return {
    ask: (question) => {
      const terms = keysOfText(question, keys);
      if (terms.length === 0) return [];
      return select
        .all(terms.map((term) => `"${term}"`).join(' OR '))
        .map((row) => String(row['id']));
    },
    store: () => readDatabase(database),
  };
}

/** The bytes of a database in memory, through a file. */
function readDatabase(database: DatabaseSync): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-fts5-'));
  try {
    const file = join(folder, 'index.db');
    database.prepare('vacuum into ?').run(file);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function keysOfText(text: string, keys: Keys): string[] {
  return tokenize(text).flatMap(({ text: word }) => (isRanked(word) ? keys(word) : []));
}
