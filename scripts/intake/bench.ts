/**
 * Measures the import and the library that it makes.
 *
 *   npm run bench:import [-- --files 1000 --articles 10000 --queries 100]
 *
 * Formats: files of 300 words, converted by the app's worker in a process of plain Node. The app: the built app on
 * the runtime of `npm start`; the gap is the longest time between two turns of its main process while the files come.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SAMPLE_FORMATS } from '../../tests/import/sample-formats.ts';
import { generateArticles } from '../search/generate-articles.ts';
import { round } from '../search/measures.ts';
import { importInApp, openLargeLibrary } from './bench-app.ts';
import { toSample, writeLibrary, writeTextFiles } from './bench-files.ts';
import { createProcessClient } from './process-client.ts';

const FILES_PER_FORMAT = 100;
const MEGABYTE = 1_000_000;

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    articles: { type: 'string', default: '10000' },
    queries: { type: 'string', default: '100' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'hashiya-bench-import-'));
try {
  for (const format of SAMPLE_FORMATS) print(await benchFormat(format));

  const files = join(folder, 'files');
  writeTextFiles(files, Number(values.files));
  print(await importInApp(join(folder, 'import'), files));

  const data = join(folder, 'large');
  const articles = Number(values.articles);
  writeLibrary(data, articles);
  const { queryMs, ...large } = await openLargeLibrary(data, Number(values.queries));
  print({
    articles,
    ...large,
    queryP50Ms: round(quantile(queryMs, 0.5), 1),
    queryP95Ms: round(quantile(queryMs, 0.95), 1),
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function benchFormat({ format, ending, write }: (typeof SAMPLE_FORMATS)[number]) {
  const samples = generateArticles(FILES_PER_FORMAT).map(toSample);
  const files: Uint8Array[] = [];
  for (const sample of samples) files.push(await write(sample));
  const client = createProcessClient();
  await client.convert(files[0] ?? new Uint8Array(), `warm.${ending}`);
  const startedMs = performance.now();
  let refused = 0;
  for (const [index, bytes] of files.entries()) {
    const converted = await client.convert(bytes, `${index}.${ending}`);
    if (!converted.ok) refused += 1;
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const peakMb = round(client.peakBytes() / MEGABYTE, 0);
  client.stop();
  const bytes = files.reduce((sum, each) => sum + each.length, 0);
  return {
    format,
    files: files.length,
    refused,
    filesPerSecond: round(files.length / seconds, 0),
    mbPerSecond: round(bytes / MEGABYTE / seconds, 2),
    workerPeakMb: peakMb,
  };
}

function print(measured: object): void {
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

/** The value below which a share of all lies. */
function quantile(all: readonly number[], share: number): number {
  return all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) * share)] ?? 0;
}
