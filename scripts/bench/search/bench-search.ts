/**
 * `npm run -s bench:search`: measures building, size, memory and answers of our engine, opened from its stored segments,
 * and how much segments change the ranking.
 */
import { gzipSync } from 'node:zlib';
import { createSearchEngine } from '#main/search/lunr-engine.ts';
import { readOptions } from '../../dev/options.mjs';
import { printJson, round, summarize } from '../figures.ts';
import { generateArticles } from '../../../tests/material/generate-articles.ts';
import { generateQueries } from '../../../tests/material/generate-queries.ts';
import { type RetrievalDoc, readRetrievalSet, toArticles } from './retrieval-set.ts';

const { values } = readOptions('bench:search', {
  set: { type: 'string', help: 'file of a retrieval set in place of generated articles' },
  count: { type: 'string', default: '1000', help: 'articles' },
  json: { type: 'boolean', default: false, help: 'prints one line of JSON' },
});
const count = Number(values.count);
const docs: readonly RetrievalDoc[] = values.set
  ? readRetrievalSet(values.set).docs.slice(0, count)
  : generateArticles(count);
const queries = generateQueries(docs);
printJson(
  {
    articles: docs.length,
    source: values.set ?? 'generated',
    ...measure(),
    segments: compareSegments(),
  },
  values.json,
);

function measure() {
  const empty = heapMB();
  const cpu = process.cpuUsage();
  const parts = build();
  const { user, system } = process.cpuUsage(cpu);
  const before = performance.now();
  const engine = open(parts);
  const openedMs = round(performance.now() - before, 0);
  const answers = Object.fromEntries(
    queries.map(({ words, texts }) => [`${words} words`, summarize(timeAll(engine, texts))]),
  );
  const stored = Buffer.concat(parts);
  // The stored segments belong to the benchmark and are subtracted, because the engine has its own texts.
  const held = heapMB() - empty - (2 * stored.length) / 1e6;
  return {
    buildCpuSeconds: round((user + system) / 1e6, 2),
    indexBytes: stored.length,
    indexGzipBytes: gzipSync(stored).length,
    heapMB: round(held, 0),
    parts: engine.parts().length,
    openedMs,
    answersMs: answers,
  };
}

/** Returns the stored segments of a new engine, which is not kept. */
function build(): readonly Uint8Array[] {
  const built = createSearchEngine();
  built.add(toArticles(docs));
  return built.parts().map((part) => built.encodePart(part));
}

type Engine = ReturnType<typeof createSearchEngine>;

function open(parts: readonly Uint8Array[]): Engine {
  const engine = createSearchEngine();
  for (const part of parts) {
    const opened = engine.loadPart(part, () => true);
    if (!opened.ok) throw new Error(opened.error.code);
  }
  return engine;
}

/** Returns the time of each query, ms, after some queries that warm up the engine. */
function timeAll(engine: Engine, texts: readonly string[]): number[] {
  const time = (text: string): number => {
    const before = performance.now();
    engine.query({ text, matching: 'close', typing: false });
    return performance.now() - before;
  };
  for (const text of texts.slice(0, 20)) time(text);
  return texts.map(time);
}

/** Returns the share of the ten best hits that segments of 2,000 and a single index have in common, over all queries. */
function compareSegments(): { segments: number; sameTop10: number } {
  const size = Math.min(2000, Math.ceil(docs.length / 5));
  const engines = [size, Infinity].map((most) => createSearchEngine({ maxSegmentArticles: most }));
  for (const engine of engines) engine.add(toArticles(docs));
  let [same, all] = [0, 0];
  for (const text of queries.flatMap(({ texts }) => texts)) {
    const [first = new Set(), second = new Set()] = engines.map((engine) => {
      const { hits } = engine.query({ text, matching: 'close', typing: false }, { limit: 10 });
      return new Set<string>(hits.map((hit) => hit.articleId));
    });
    all += second.size;
    for (const id of second) if (first.has(id)) same += 1;
  }
  return { segments: Math.ceil(docs.length / size), sameTop10: round(same / Math.max(1, all)) };
}

/** Returns the memory of objects and typed arrays, MB. Node must run with `--expose-gc`. */
function heapMB(): number {
  for (let turn = 0; turn < 3; turn += 1) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
