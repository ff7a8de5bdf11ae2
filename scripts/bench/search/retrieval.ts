/**
 * Measures the ranking that a reader sees, beside stock Lunr, MiniSearch and SQLite FTS5, on one retrieval set, or on the
 * sets of a folder mixed into one library, with the questions of all and of each set separately.
 *
 *   npm run -s retrieval -- --set FILE.json --json
 *   npm run -s retrieval -- --mixed FOLDER --json
 */
import { createSearchEngine } from '#main/search/lunr-engine.ts';
import { printJson, round } from '../figures.ts';
import { measure } from './measures.ts';
import {
  type RetrievalDoc,
  type RetrievalSet,
  readMixedSets,
  readRetrievalSet,
  toArticles,
} from './retrieval-set.ts';
import { fts5, miniSearch, stockLunr } from './rival-engines.ts';
import { readOptions } from '../../dev/options.mjs';

const { values } = readOptions('retrieval', {
  set: { type: 'string', help: 'file of a retrieval set' },
  mixed: { type: 'string', help: 'folder of sets, mixed into one library' },
  json: { type: 'boolean', default: false, help: 'prints one line of JSON' },
});
const sets = readSets();
const docs = sets[0]?.docs ?? [];
const stock = stockLunr(docs);
const askers = {
  hashiya: ours(docs),
  stockLunr: stock.ask,
  miniSearchLight10: miniSearch(docs),
  fts5Light10: fts5(docs),
};
for (const set of sets) report(set);

function readSets(): RetrievalSet[] {
  if (values.mixed !== undefined) return readMixedSets(values.mixed);
  if (values.set !== undefined) return [readRetrievalSet(values.set)];
  process.stderr.write('retrieval needs --set FILE or --mixed FOLDER\n');
  process.exit(2);
}

function report(set: RetrievalSet): void {
  const { hashiya, stockLunr: ofStock, miniSearchLight10, fts5Light10 } = askers;
  const throws = set.queries.filter(({ text }) => stock.throws(text)).length;
  const engines = {
    hashiya: measure(set, hashiya),
    stockLunr: { ...measure(set, ofStock), throws },
    miniSearchLight10: measure(set, miniSearchLight10),
    fts5Light10: measure(set, fts5Light10),
  };
  const against = (rival: { readonly mrr10: number }): number =>
    round(engines.hashiya.mrr10 / rival.mrr10);
  const ratios = {
    toStockLunr: against(engines.stockLunr),
    toMiniSearch: against(engines.miniSearchLight10),
    toFts5: against(engines.fts5Light10),
  };
  const counts = { set: set.name, docs: docs.length, queries: set.queries.length };
  printJson({ ...counts, engines, ratios }, values.json);
}

/** Our engine as the app runs it, with the default matching. */
function ours(library: readonly RetrievalDoc[]): (question: string) => string[] {
  const engine = createSearchEngine();
  engine.add(toArticles(library));
  return (text) =>
    engine
      .query({ text, matching: 'close', typing: false }, { limit: 10 })
      .hits.map((hit) => library[Number(hit.articleId.slice(1))]?.id ?? '');
}
