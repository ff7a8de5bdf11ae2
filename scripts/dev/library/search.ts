/** `npm run -s search -- "QUERY"`: searches with the app's engine from the command line. */
import { createSearchEngine } from '#main/search/lunr-engine.ts';
import type { SearchHit } from '#shared/domain/search-result.ts';
import { SEARCH_OPTIONS, readSearchArguments } from './search-arguments.ts';
import { helpOf } from '../options.mjs';
import { readBundledArticles, readFolder } from './read-folder.ts';
import { round } from '../../bench/figures.ts';

const read = readSearchArguments(process.argv.slice(2));
const help = helpOf('search', SEARCH_OPTIONS, '[--] "QUERY"');
if (read.kind === 'help') {
  process.stdout.write(help);
  process.exit(0);
}
if (read.kind === 'refused') {
  process.stderr.write(`${read.why}\n${help}`);
  process.exit(2);
}
const { wishes } = read;
const articles = wishes.folder === null ? readBundledArticles() : readFolder(wishes.folder);
const engine = createSearchEngine();
engine.add(articles.map(({ article }) => article));
engine.query({ text: '', matching: 'close', typing: false }); // This builds the index, which does not belong to the answer's time.

const before = performance.now();
const result = engine.query(
  { text: wishes.query, matching: wishes.matching, typing: false },
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
  return hit.matches
    .filter((match) => match.field === field)
    .map(({ start, end, text, layer }) => ({ start, end, text, layer }));
}
