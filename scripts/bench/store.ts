/**
 * Prints the time to save one annotation, the longest gap in the event loop meanwhile, and the time to open the whole
 * library, for libraries of several sizes.
 *
 *   npm run bench:store [-- --saves 200]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import * as v from 'valibot';
import { type ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import { createNodeFileSystem } from '#main/disk/node-file-system.ts';
import { openMarksStore } from '#main/store/open-store.ts';
import { readProcessTable } from '#main/store/process-table.ts';
import { createThreadCompactor } from '../../tests/material/thread-compactor.ts';
import { makeAnnotation } from '../../tests/material/make-annotation.ts';
import { writeMarks } from '../../tests/material/write-marks.ts';
import { readOptions } from '../dev/options.mjs';
import { quantile } from './figures.ts';

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

const { values } = readOptions('bench:store', {
  saves: { type: 'string', default: '200', help: 'saves that are measured for each row' },
});
const saves = Number(values.saves);
const fs = createNodeFileSystem();
const first = v.parse(articleIdSchema, 'article-0');

/** Saves repeatedly, with a turn of the event loop between saves, and measures them. */
async function measureSaves(save: (index: number) => void) {
  const times: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await pause();
  delay.reset();
  for (let index = 0; index < saves; index++) {
    const before = performance.now();
    save(index);
    times.push(performance.now() - before);
    await pause();
  }
  delay.disable();
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), gap: delay.max / 1e6 };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

async function bench(folder: string, load: Load, ids: readonly ArticleId[]) {
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
  const row = await measureSaves((index) => {
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

/** Writes a compacted library as the store leaves it. */
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

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0).padStart(8);

console.log(`saves per row: ${saves}; Node ${process.version}; times in ms`);
console.log(`${'annotations'.padEnd(22)}     p50     p95     gap    open`);
for (const load of LOADS) {
  const ids = Array.from({ length: load.articles }, (_, index) =>
    v.parse(articleIdSchema, `article-${index}`),
  );
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-bench-'));
  try {
    const { p50, p95, gap, openMs, compacted } = await bench(folder, load, ids);
    console.log(`${load.name.padEnd(22)}${[p50, p95, gap, openMs].map(ms).join('')}`);
    if (!compacted) console.log(`${load.name.padEnd(22)}the last compaction failed`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
