/**
 * Prints what it costs to save one annotation, the longest gap in the event loop meanwhile, and the time
 * to open the whole library: our store beside plain electron-store, in the same run.
 *
 *   npm run bench:store [-- --saves 200]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import * as v from 'valibot';
import type { Annotation } from '#shared/domain/annotation.ts';
import { type ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { createNodeFileSystem } from '#main/disk/node-file-system.ts';
import { openMarksStore } from '#main/store/open-store.ts';
import { readProcessTable } from '#main/store/process-table.ts';
import { createThreadCompactor } from '../../tests/material/thread-compactor.ts';
import { makeAnnotation } from '../../tests/material/make-annotation.ts';
import { loadElectronStore } from '../../tests/material/plain-node.ts';
import { writeMarks } from '../../tests/material/write-marks.ts';
import { readOptions } from '../dev/options.mjs';

interface Load {
  readonly name: string;
  readonly articles: number;
  readonly perArticle: number;
}

const LOADS: readonly Load[] = [
  { name: '10', articles: 2, perArticle: 5 },
  { name: '1,000', articles: 100, perArticle: 10 },
  { name: '10,000', articles: 500, perArticle: 20 },
  { name: '100,000', articles: 500, perArticle: 200 },
  { name: '5,000 in one article', articles: 1, perArticle: 5000 },
];

/** Plain electron-store is measured with fewer saves: at 100,000 one takes seconds. */
const PLAIN_BUDGET_MS = 4000;

const { values } = readOptions('bench:store', {
  saves: { type: 'string', default: '200', help: 'saves that are measured for each row' },
});
const saves = Number(values.saves);
const fs = createNodeFileSystem();
const first = v.parse(articleIdSchema, 'article-0');
const ElectronStore = await loadElectronStore();

interface Row {
  readonly p50: number;
  readonly p95: number;
  readonly gap: number;
}

/** Runs an action over and over, a turn of the event loop between each, and measures it. */
async function measure(
  count: number,
  budgetMs: number,
  act: (index: number) => void,
): Promise<Row> {
  const times: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await pause();
  delay.reset();
  const started = performance.now();
  for (let index = 0; index < count && performance.now() - started < budgetMs; index++) {
    const before = performance.now();
    act(index);
    times.push(performance.now() - before);
    await pause();
  }
  delay.disable();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), gap: delay.max / 1e6 };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

async function benchOurs(folder: string, load: Load, ids: readonly ArticleId[]) {
  fill(folder, load, ids);
  const store = openMarksStore({
    folder,
    fs,
    compactor: createThreadCompactor(),
    processes: readProcessTable(),
    now: () => new Date(),
    compactAfter: { changes: Math.ceil(saves / 3), bytes: 1_000_000 },
  });
  const before = performance.now();
  let found = 0;
  for (const id of ids) found += store.read(id).annotations.length;
  const openMs = performance.now() - before;
  if (found !== load.articles * load.perArticle) throw new Error(`read ${found} annotations`);
  const row = await measure(saves, Number.POSITIVE_INFINITY, (index) => {
    const articleId = ids[index % ids.length] ?? first;
    const annotation = makeAnnotation(articleId, 1_000_000 + index);
    const at = annotation.updatedAt;
    const saved = store.change(articleId, [{ kind: 'put-annotation', articleId, at, annotation }]);
    if (!saved.ok) throw new Error(saved.error.params.reason);
    store.read(articleId);
  });
  const report = await store.compact();
  await store.close();
  return { ...row, openMs, compacted: report?.failures.length === 0 };
}

/** Writes a compacted library, as the store leaves it. */
function fill(folder: string, load: Load, ids: readonly ArticleId[]): void {
  writeMarks(
    folder,
    ids.map((articleId, article) => ({
      articleId,
      annotations: Array.from({ length: load.perArticle }, (_, index) =>
        makeAnnotation(articleId, article * load.perArticle + index),
      ),
    })),
  );
}

/** The usual way: every annotation under one key of one electron-store file. */
async function benchPlain(folder: string, load: Load, ids: readonly ArticleId[]) {
  mkdirSync(folder, { recursive: true });
  const store = new ElectronStore({ cwd: folder, name: 'annotations' });
  const all: Annotation[] = ids.flatMap((articleId, article) =>
    Array.from({ length: load.perArticle }, (_, index) =>
      makeAnnotation(articleId, article * load.perArticle + index),
    ),
  );
  store.set('annotations', all);
  const started = performance.now();
  store.get('annotations');
  const openMs = performance.now() - started;
  const row = await measure(saves, PLAIN_BUDGET_MS, (index) => {
    const stored = store.get('annotations');
    const before = Array.isArray(stored) ? stored : [];
    store.set('annotations', [...before, makeAnnotation(first, 1_000_000 + index)]);
  });
  return { ...row, openMs };
}

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0).padStart(8);

console.log(`saves per row: ${saves}; Node ${process.version}; times in ms`);
console.log(`${'annotations'.padEnd(22)}${'store'.padEnd(16)}     p50     p95     gap    open`);
for (const load of LOADS) {
  const ids = Array.from({ length: load.articles }, (_, index) =>
    v.parse(articleIdSchema, `article-${index}`),
  );
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-bench-'));
  try {
    const ours = await benchOurs(join(folder, 'ours'), load, ids);
    const plain = await benchPlain(join(folder, 'plain'), load, ids);
    for (const [name, row] of [
      ['journal', ours],
      ['electron-store', plain],
    ] as const) {
      const figures = [row.p50, row.p95, row.gap, row.openMs].map(ms).join('');
      console.log(`${load.name.padEnd(22)}${name.padEnd(16)}${figures}`);
    }
    if (!ours.compacted) console.log(`${load.name.padEnd(22)}the last compaction failed`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
