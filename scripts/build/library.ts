/**
 * Builds the bundled library and its search index into `out/library/`, or `--from FOLDER --to FOLDER`. When a text does
 * not fit the schema, it names the file and field, and fails.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { bundleSchema } from '#main/library/bundled.ts';
import { parseArticle } from '#main/library/parse-article.ts';
import { buildIndex } from '#main/search/build-index.ts';
import type { Article } from '#shared/domain/article.ts';
import { readOptions } from '../dev/options.mjs';

const { values } = readOptions('build:library', {
  from: { type: 'string', default: 'resources/articles', help: 'folder of the texts' },
  to: { type: 'string', default: 'out/library', help: 'folder to write to' },
});
const { from: source, to: target } = values;

const files = (await readdir(source)).filter((name) => name.endsWith('.md')).sort();
const articles: Article[] = [];
let bad = 0;
for (const file of files) {
  const parsed = parseArticle(file, await readFile(join(source, file), 'utf8'));
  if (parsed.ok) articles.push(parsed.value);
  else {
    bad += 1;
    const { field, reason } = parsed.error.params;
    process.stderr.write(`${source}/${file}: ${field}: ${reason}\n`);
  }
}
if (bad > 0 || articles.length === 0) process.exit(1);

// The guide comes last, because readers come for the articles.
articles.sort((a, b) => Number(a.kind === 'guide') - Number(b.kind === 'guide'));
await mkdir(target, { recursive: true });
await writeFile(
  join(target, 'articles.json'),
  JSON.stringify(v.parse(bundleSchema, { format: 1, articles })),
);
const index = buildIndex(articles);
await writeFile(join(target, 'index.bin'), index);
process.stdout.write(`${articles.length} articles, index ${index.length} bytes\n`);
