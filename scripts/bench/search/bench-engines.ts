import { gzipSync } from 'node:zlib';
import { keysOf } from '#main/search/index-keys.ts';
import { createSearchEngine } from '#main/search/lunr-engine.ts';
import { generateQueries } from '../material/generate-queries.ts';
import { round } from './measures.ts';
import { type RetrievalDoc, toArticles } from './retrieval-set.ts';
import { fts5, miniSearch, stockLunr } from './rival-engines.ts';

export const ENGINES = ['hashiya', 'stockLunr', 'miniSearch', 'fts5'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface EngineFigures {
  readonly buildCpuSeconds: number;
  /** What is written to the disk; ours holds the texts and where each word stands, SQLite's the documents' keys. */
  readonly indexBytes: number;
  readonly indexGzipBytes: number;
  /** JavaScript heap and typed arrays that the loaded engine holds after the queries, its articles included. */
  readonly heapMB: number;
  readonly loadMs: number | null;
  readonly queries: Record<string, { readonly p50: number; readonly p95: number }>;
}

interface Prepared {
  readonly ask: (query: string) => unknown;
  /** The index as it is stored, and how to open it; the built engine is let go before. */
  readonly index?: {
    readonly parts: readonly Uint8Array[];
    readonly open: () => (query: string) => unknown;
  };
  /** Else: the index as the engine itself would store it, made when everything else is measured. */
  readonly store?: () => string | Buffer;
}

/** One engine, measured in a process that does nothing else. */
export function benchEngine(name: EngineName, docs: RetrievalDoc[]): EngineFigures {
  const queries = generateQueries(docs);
  const empty = heapMB();
  const cpu = process.cpuUsage();
  let prepared: Prepared | null = PREPARE[name](docs);
  const used = process.cpuUsage(cpu);
  const buildCpuSeconds = round((used.user + used.system) / 1e6, 2);
  const { index, store } = prepared;
  let ask = prepared.ask;
  let loadMs: number | null = null;
  if (index !== undefined) {
    ask = () => null;
    prepared = null;
    const before = performance.now();
    ask = index.open();
    loadMs = round(performance.now() - before, 0);
  }
  const times = timeQueries(ask, queries);
  // The stored index is the benchmark's, not the engine's, which keeps the texts of its own.
  const ours = sum(index?.parts.map((part) => part.byteLength / 1e6) ?? []);
  const held = round(heapMB() - empty - ours, 0);
  const stored = index ? Buffer.concat(index.parts) : (store?.() ?? '');
  return {
    buildCpuSeconds,
    indexBytes: Buffer.byteLength(stored),
    indexGzipBytes: gzipSync(stored).length,
    heapMB: held,
    loadMs,
    queries: times,
  };
}

/** Share of the ten best that segments of 2,000 and a single index have in common, over many queries. */
export function compareSegments(docs: RetrievalDoc[]): { segments: number; sameTop10: number } {
  const articles = toArticles(docs);
  const size = Math.min(2000, Math.ceil(docs.length / 5));
  const engines = [
    createSearchEngine({ maxSegmentArticles: size }),
    createSearchEngine({ maxSegmentArticles: Infinity }),
  ];
  for (const engine of engines) engine.add(articles);
  let [same, all] = [0, 0];
  for (const text of generateQueries(docs).flatMap(({ texts }) => texts)) {
    const [first = new Set(), second = new Set()] = engines.map((engine) => {
      const { hits } = engine.query({ text, dial: 'close', typing: false }, { limit: 10 });
      return new Set<string>(hits.map((hit) => hit.articleId));
    });
    all += second.size;
    for (const id of second) if (first.has(id)) same += 1;
  }
  return { segments: Math.ceil(docs.length / size), sameTop10: round(same / Math.max(1, all)) };
}

const PREPARE: Readonly<Record<EngineName, (docs: RetrievalDoc[]) => Prepared>> = {
  hashiya: (docs) => {
    const parts = storeOurs(docs);
    return { ask: () => null, index: { parts, open: () => openOurs(parts) } };
  },
  stockLunr,
  miniSearch: (docs) => miniSearch(docs, keysOf),
  fts5: (docs) => fts5(docs, keysOf),
};

/** A function of its own: `open` would keep the built engine alive, had it been made beside it. */
function storeOurs(docs: RetrievalDoc[]): readonly Uint8Array[] {
  const built = createSearchEngine();
  built.add(toArticles(docs));
  return built.parts().map((part) => built.encodePart(part));
}

function openOurs(parts: readonly Uint8Array[]): (query: string) => unknown {
  const engine = createSearchEngine();
  for (const part of parts) {
    const opened = engine.loadPart(part, () => true);
    if (!opened.ok) throw new Error(opened.error.code);
  }
  return (query) => engine.query({ text: query, dial: 'close', typing: false });
}

function timeQueries(
  ask: (query: string) => unknown,
  queries: ReturnType<typeof generateQueries>,
): EngineFigures['queries'] {
  for (const { texts } of queries) for (const text of texts.slice(0, 20)) ask(text); // Warm, as a used app is.
  return Object.fromEntries(
    queries.map(({ words, texts }) => {
      const times = texts
        .map((text) => {
          const before = performance.now();
          ask(text);
          return performance.now() - before;
        })
        .sort((a, b) => a - b);
      const at = (share: number): number => round(times[Math.floor(times.length * share)] ?? 0, 2);
      return [`${words} words`, { p50: at(0.5), p95: at(0.95) }];
    }),
  );
}

function heapMB(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
