/**
 * Measures the ranking a reader sees, beside stock Lunr, MiniSearch and SQLite FTS5, on one retrieval set.
 *
 *   npm run -s retrieval -- --set FILE.json --json
 */
import { parseArgs } from 'node:util';
import { createSearchEngine } from '#main/search/lunr-engine.ts';
import { type Measures, measure, round } from './measures.ts';
import { type RetrievalSet, readRetrievalSet, toArticles } from './retrieval-set.ts';
import { fts5, miniSearch, stockLunr } from './rival-engines.ts';

const { values } = parseArgs({ options: { set: { type: 'string' }, json: { type: 'boolean' } } });
if (values.set === undefined) {
  process.stderr.write('usage: npm run -s retrieval -- --set FILE.json [--json]\n');
  process.exit(2);
}
const set = readRetrievalSet(values.set);
const stock = stockLunr(set.docs);
const engines: Record<string, Measures & { throws?: number }> = {
  hashiya: measure(set, ours(set)),
  stockLunr: {
    ...measure(set, stock.ask),
    throws: set.queries.filter(({ text }) => stock.throws(text)).length,
  },
  miniSearchLight10: measure(set, miniSearch(set.docs).ask),
  fts5Light10: measure(set, fts5(set.docs).ask),
};
const mrr = (name: string): number => engines[name]?.mrr10 ?? 0;
const ratios = {
  toStockLunr: round(mrr('hashiya') / mrr('stockLunr')),
  toMiniSearch: round(mrr('hashiya') / mrr('miniSearchLight10')),
  toFts5: round(mrr('hashiya') / mrr('fts5Light10')),
};
if (values.json === true) {
  process.stdout.write(
    `${JSON.stringify({ set: set.name, docs: set.docs.length, queries: set.queries.length, engines, ratios })}\n`,
  );
} else {
  process.stdout.write(`${set.name}: ${set.docs.length} texts, ${set.queries.length} questions\n`);
  process.stdout.write(
    `${Object.entries(engines)
      .map(([name, figures]) => `${name.padEnd(18)} ${JSON.stringify(figures)}`)
      .join('\n')}\n${JSON.stringify(ratios)}\n`,
  );
}

/** Our engine as the app runs it, at the default dial. */
function ours({ docs }: RetrievalSet): (question: string) => string[] {
  const engine = createSearchEngine();
  engine.add(toArticles(docs));
  return (text) =>
    engine
      .query({ text, dial: 'close', typing: false }, { limit: 10 })
      .hits.map((hit) => docs[Number(hit.articleId.slice(1))]?.id ?? '');
}
