/**
 * Searches with the app's engine from the command line.
 *
 *   npm run -s search -- [--articles FOLDER] [--exact|--close|--family] [--limit N] [--json] "QUERY"
 */
import * as v from 'valibot';
import { createSearchEngine } from '#main/search/lunr-engine.ts';
import { type Dial, dialSchema } from '#shared/domain/search.ts';
import type { SearchHit } from '#shared/domain/search-result.ts';
import { readBundledArticles, readFolder } from './folder.ts';
import { round } from './measures.ts';

const DEFAULT_LIMIT = 20;

interface Wishes {
  readonly folder: string | null;
  readonly dial: Dial;
  readonly limit: number;
  readonly json: boolean;
  readonly query: string;
}

const USAGE =
  'usage: npm run -s search -- [--articles FOLDER] [--exact|--close|--family] [--limit N] [--json] "QUERY"\n';

if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
  process.stdout.write(USAGE);
  process.exit(0);
}
const wishes = readArguments(process.argv.slice(2));
if (wishes === null) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const articles = wishes.folder === null ? readBundledArticles() : readFolder(wishes.folder);
const engine = createSearchEngine();
engine.add(articles.map(({ article }) => article));
engine.query({ text: '', dial: 'close', typing: false }); // Builds the index, which is not part of the answer's time.

const before = performance.now();
const result = engine.query(
  { text: wishes.query, dial: wishes.dial, typing: false },
  { limit: wishes.limit },
);
const tookMs = performance.now() - before;
const byId = new Map(articles.map((named) => [named.article.id, named]));
const hits = result.hits.map((hit) => ({
  article: byId.get(hit.articleId)?.name ?? hit.articleId,
  title: byId.get(hit.articleId)?.article.title ?? '',
  score: round(hit.score),
  complete: hit.complete,
  places: placesIn(hit, 'text'),
  title_places: placesIn(hit, 'title'),
  snippet: hit.snippets[0]?.text ?? '',
}));
if (wishes.json) {
  const { words, familyOnly } = result;
  process.stdout.write(
    `${JSON.stringify({ query: result.text, took_ms: round(tookMs, 2), hits, words, family_only: familyOnly })}\n`,
  );
} else {
  for (const { title, places, title_places: inTitle, snippet } of hits) {
    process.stdout.write(`${title} (${places.length + inTitle.length})\n    ${snippet}\n`);
  }
  process.stdout.write(`${hits.length} articles, ${round(tookMs, 2)} ms\n`);
}

function placesIn(hit: SearchHit, field: 'title' | 'text'): object[] {
  return hit.places
    .filter((place) => place.field === field)
    .map(({ start, end, text, layer }) => ({ start, end, text, layer }));
}

/** Anything that is not an option belongs to the query, which may begin with a sign. */
function readArguments(given: readonly string[]): Wishes | null {
  let [folder, dial, limit, json]: [string | null, Dial, number, boolean] = [
    null,
    'close',
    DEFAULT_LIMIT,
    false,
  ];
  const query: string[] = [];
  for (let at = 0; at < given.length; at += 1) {
    const each = given[at] ?? '';
    const option = each.replace(/^--/u, '');
    if (each === '--articles') folder = given[++at] ?? null;
    else if (each === '--limit') limit = Number(given[++at]);
    else if (each === '--json') json = true;
    else if (each.startsWith('--') && v.is(dialSchema, option)) dial = option;
    else if (each !== '--') query.push(each);
  }
  const isValid = query.length > 0 && Number.isInteger(limit) && limit > 0;
  return isValid ? { folder, dial, limit, json, query: query.join(' ') } : null;
}
