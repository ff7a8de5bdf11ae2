/**
 * Measures the import and the library that it makes.
 *
 *   npm run bench:import [-- --files 1000 --articles 10000 --queries 100]
 *
 * Formats: files of 300 words, and one of 30,000 for the speed per megabyte, converted by the app's worker in a process
 * of plain Node. The app: the built app on the runtime of `npm start`. The gap is the longest time between two turns of
 * its main process, while files of all formats are imported and while difficult files are. The last lines say which limit
 * is kept.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAX_CONVERSION_BYTES } from '#main/convert/limits.ts';
import { SAMPLE_FORMATS } from '../../tests/convert/sample-formats.ts';
import { generateArticles } from '../../tests/material/generate-articles.ts';
import { quantile, round } from './figures.ts';
import { importInApp, openLargeLibrary } from './import-app.ts';
import { toSample, writeHardFiles, writeLibrary } from '../../tests/material/library-files.ts';
import { createProcessClient } from '../dev/library/process-client.ts';
import { writeTortureFiles } from '../../tests/material/torture-files.ts';
import { readOptions } from '../dev/options.mjs';

const FILES_PER_FORMAT = 100;
/** How many articles of 300 words make a long one. */
const LONG_ARTICLES = 100;
/** How often the long article is converted. */
const LONG_TIMES = 3;
const MEGABYTE = 1_000_000;

/** Articles of a small library, whose start is compared with that of a large one. */
const FEW_ARTICLES = 6;

/** Largest gap between two turns of the main process, ms. */
const MAX_GAP_MS = 100;
/** 95 % of the queries at 10,000 articles must be faster, ms. */
const MAX_QUERY_P95_MS = 100;
/** How many times longer than with few articles a start with many may take. */
const MAX_START_RATIO = 1.5;

type SampleFormat = (typeof SAMPLE_FORMATS)[number];

const { values } = readOptions('bench:import', {
  files: { type: 'string', default: '1000', help: 'files that the app imports' },
  articles: { type: 'string', default: '10000', help: 'articles of the large library' },
  queries: { type: 'string', default: '100', help: 'queries that it is asked' },
});
const folder = mkdtempSync(join(tmpdir(), 'hashiya-bench-import-'));
try {
  judge([...(await benchFormats()), ...(await benchApp()), ...(await benchLibrary())]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A measured value beside its limit. */
interface Judged {
  readonly what: string;
  readonly measured: number;
  readonly limit: number;
}

async function benchFormats(): Promise<Judged[]> {
  const peaks: Judged[] = [];
  for (const format of SAMPLE_FORMATS) {
    const measured = await benchFormat(format);
    print(measured);
    peaks.push({
      what: `memory of the worker, ${format.format}, MB`,
      measured: measured.workerPeakMb,
      limit: round(MAX_CONVERSION_BYTES / MEGABYTE, 0),
    });
  }
  return peaks;
}

async function benchFormat({ format, ending, write }: SampleFormat) {
  const articles = generateArticles(FILES_PER_FORMAT);
  const files: Uint8Array[] = [];
  for (const article of articles) files.push(await write(toSample(article)));
  const long = articles.slice(0, LONG_ARTICLES).map(({ body }) => body);
  const longFile = await write(toSample({ ...articles[0]!, body: long.join('\n') }));
  const client = createProcessClient();
  let refused = 0;
  const convertAll = async (all: readonly Uint8Array[]): Promise<number> => {
    const startedMs = performance.now();
    for (const [index, bytes] of all.entries()) {
      const converted = await client.convert(bytes, `${index}.${ending}`);
      if (!converted.ok) refused += 1;
    }
    return (performance.now() - startedMs) / 1000;
  };
  await convertAll(files.slice(0, 1));
  const seconds = await convertAll(files);
  const longSeconds = await convertAll(Array<Uint8Array>(LONG_TIMES).fill(longFile));
  const peakMb = round(client.peakBytes() / MEGABYTE, 0);
  client.stop();
  return {
    format,
    files: files.length,
    refused,
    filesPerSecond: round(files.length / seconds, 0),
    longFileMb: round(longFile.length / MEGABYTE, 2),
    mbPerSecond: round((LONG_TIMES * longFile.length) / MEGABYTE / longSeconds, 2),
    workerPeakMb: peakMb,
  };
}

async function benchApp(): Promise<Judged[]> {
  await writeTortureFiles(join(folder, 'files'), Number(values.files));
  const hard = writeHardFiles(join(folder, 'hard'));
  const batches = [{ name: 'all formats', path: join(folder, 'files') }, ...hard];
  const gaps: Judged[] = [];
  for (const measured of await importInApp(join(folder, 'import'), batches)) {
    print(measured);
    const what = `longest gap of the main process, ${measured.name}, ms`;
    gaps.push({ what, measured: measured.longestGapMs, limit: MAX_GAP_MS });
  }
  return gaps;
}

async function benchLibrary(): Promise<Judged[]> {
  const few = await openLibrary(FEW_ARTICLES);
  const many = await openLibrary(Number(values.articles));
  return [
    {
      what: `start with ${many.articles} articles, ms`,
      measured: many.startListedMs,
      limit: round(few.startListedMs * MAX_START_RATIO, 0),
    },
    { what: 'query p95, ms', measured: many.queryP95Ms, limit: MAX_QUERY_P95_MS },
  ];
}

async function openLibrary(articles: number) {
  const data = join(folder, `library-${articles}`);
  await writeLibrary(data, articles);
  const { queryMs, ...large } = await openLargeLibrary(data, Number(values.queries));
  const measured = {
    articles,
    ...large,
    queryP50Ms: round(quantile(queryMs, 0.5), 1),
    queryP95Ms: round(quantile(queryMs, 0.95), 1),
  };
  print(measured);
  return measured;
}

function judge(all: readonly Judged[]): void {
  for (const { what, measured, limit } of all) {
    const verdict = measured <= limit ? 'kept' : 'NOT KEPT';
    process.stdout.write(
      `${what.padEnd(56)} ${String(measured).padStart(7)} of ${String(limit).padStart(6)}  ${verdict}\n`,
    );
  }
  process.exitCode = all.every(({ measured, limit }) => measured <= limit) ? 0 : 1;
}

function print(measured: object): void {
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
