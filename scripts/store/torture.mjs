/**
 * Kills a process that writes to the store, again and again, and counts what was lost.
 *
 *   npm run torture:store -- --kills 200 [--migrating 50]
 *
 * An annotation is lost when neither the last acknowledged note nor one that was under way at a kill is
 * there at the next start. Uses plain Node, not the app; only processes started here are killed.
 */
import { createHash, randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countLeftOvers, counts, run } from './follow-writer.mjs';

/** Longest life of a writer after it has opened, ms. */
const LONGEST_LIFE_MS = 250;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    migrating: { type: 'string', default: '50' },
  },
});

/** A folder as the first version left it, with a temporary file of a killed write. */
function writeFirstVersion(folder, book, articles) {
  mkdirSync(join(folder, 'marks'), { recursive: true });
  for (let article = 0; article < articles; article++) {
    const articleId = `article-${article}`;
    const annotations = Array.from({ length: 12 }, (_, index) => {
      const id = `00000000-0000-4000-8000-${String(article * 1000 + index).padStart(12, '0')}`;
      book.set(id, { sure: `ملاحظة ${article}-${index}`, maybe: [] });
      return {
        id,
        articleId,
        meaning: 'fact',
        span: { start: index, end: index + 4 },
        contentHash: 'a'.repeat(64),
        quote: { exact: 'خبر.', prefix: '', suffix: '' },
        note: `ملاحظة ${article}-${index}`,
        createdAt: '2026-01-01T00:00:00.000Z',
        updatedAt: '2026-01-01T00:00:00.000Z',
      };
    });
    const name = createHash('sha256').update(articleId).digest('hex').slice(0, 32);
    const envelope = {
      schemaVersion: 1,
      articleId,
      savedAt: '2026-01-01T00:00:00.000Z',
      annotations,
      bookmarks: [],
      reading: null,
    };
    writeFileSync(join(folder, 'marks', `${name}.json`), JSON.stringify(envelope, null, '\t'));
    if (article === 0)
      writeFileSync(join(folder, 'marks', `${name}.json.tmp-1700000000abcdef`), '{"cut');
  }
}

async function tortureWriting(kills) {
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-torture-'));
  const book = new Map();
  for (let kill = 0; kill < kills; kill++) {
    const { wasCompacting } = await run(folder, 'write', {
      book,
      lifeMs: randomInt(LONGEST_LIFE_MS),
    });
    counts.kills++;
    if (wasCompacting) counts.killsWhileCompacting++;
  }
  await run(folder, 'look', { book });
  await run(folder, 'look', { book });
  countLeftOvers(folder);
  rmSync(folder, { recursive: true, force: true });
}

async function tortureMigrating(kills) {
  const articles = 20;
  let longestMs = 400;
  while (counts.killsWhileMigrating < kills) {
    const folder = mkdtempSync(join(tmpdir(), 'hashiya-torture-'));
    const book = new Map();
    writeFirstVersion(folder, book, articles);
    // Several kills of one migration: each start goes on where the last one was cut off.
    for (let kill = 0; kill < 3; kill++) {
      const lifeMs = randomInt(longestMs);
      const { wasCompacting } = await run(folder, 'migrate', { book, lifeMs, articles });
      counts.kills++;
      if (wasCompacting) counts.killsWhileMigrating++;
      // It was done before the kill: kill earlier.
      else longestMs = Math.max(60, longestMs * 0.95);
    }
    await run(folder, 'look', { book, articles });
    await run(folder, 'look', { book, articles });
    countLeftOvers(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

await tortureWriting(Number(values.kills));
await tortureMigrating(Number(values.migrating));
console.log(JSON.stringify(counts, null, 2));
process.exitCode =
  counts.lost + counts.failedStarts + counts.leftOverFiles + counts.notices > 0 ? 1 : 0;
