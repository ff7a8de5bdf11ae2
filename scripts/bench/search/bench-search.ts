/**
 * Measures building, size, memory and queries of our engine beside stock Lunr, MiniSearch and SQLite FTS5, each in
 * a process of its own, and how far segments change the ranking.
 *
 *   npm run -s bench:search -- [--set FILE.json] [--count N] [--json]
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { tokenize } from '#shared/arabic/tokenize.ts';
import { ENGINES, type EngineName, benchEngine, compareSegments } from './bench-engines.ts';
import { generateArticles, vocabularyGrowth } from '../material/generate-articles.ts';
import { type RetrievalDoc, readRetrievalSet } from './retrieval-set.ts';

const DEFAULT_COUNT = 1000;

const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    count: { type: 'string' },
    json: { type: 'boolean' },
    /** Of the child processes: what this one measures. */
    only: { type: 'string' },
  },
});
const wanted = values.count === undefined ? null : Number(values.count);
const docs = readDocs();
if (values.only === undefined) report();
else process.stdout.write(JSON.stringify(measureOne(values.only)));

function readDocs(): RetrievalDoc[] {
  if (values.set === undefined) return generateArticles(wanted ?? DEFAULT_COUNT);
  const { docs: all } = readRetrievalSet(values.set);
  return all.slice(0, wanted ?? all.length);
}

function measureOne(name: string): unknown {
  if (name === 'segments') return compareSegments(docs);
  const engine = ENGINES.find((each): each is EngineName => each === name);
  if (engine === undefined) throw new Error(`no engine ${name}`);
  return benchEngine(engine, docs);
}

function report(): void {
  const engines = Object.fromEntries(ENGINES.map((name) => [name, runChild(name)]));
  const words = (text: string): string[] => tokenize(text).map((token) => token.text);
  const answer = {
    articles: docs.length,
    source: values.set ?? 'generated',
    vocabularyGrowth: vocabularyGrowth(
      docs.map(({ body }) => body),
      words,
    ),
    engines,
    segments: runChild('segments'),
  };
  process.stdout.write(`${JSON.stringify(answer, null, values.json === true ? undefined : 2)}\n`);
}

function runChild(only: string): unknown {
  const given = Object.entries({ set: values.set, count: values.count, only }).flatMap(
    ([key, value]) => (value === undefined ? [] : [`--${key}`, value]),
  );
  const file = process.argv[1] ?? '';
  const options = { encoding: 'utf8', maxBuffer: 1e8 } as const;
  return JSON.parse(execFileSync(process.execPath, [...process.execArgv, file, ...given], options));
}
