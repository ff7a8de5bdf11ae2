/**
 * Opens the store on a nearly full disk, prints its contents, and changes annotations. It writes one line of JSON per
 * step synchronously, so that the test knows what was acknowledged.
 *
 *   node disk-writer.ts <folder> <fill | look>
 */
import { randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import * as v from 'valibot';
import { type ArticleId, articleIdSchema } from '#shared/domain/article.ts';
import type { Change } from '#main/store/change.ts';
import { errorCode } from '#main/disk/file-system.ts';
import { createNodeFileSystem } from '#main/disk/node-file-system.ts';
import { openMarksStore } from '#main/store/open-store.ts';
import { readProcessTable } from '#main/store/process-table.ts';
import { makeAnnotation } from '../../material/make-annotation.ts';
import { createThreadCompactor } from '../../material/thread-compactor.ts';

/** A small number, so that most changes concern an existing annotation. */
const ANNOTATIONS_PER_ARTICLE = 12;

/** How many changes are tried on a nearly full disk. */
const FILL_ROUNDS = 120;

const ARTICLES = 7;

const [folder, mode = 'look'] = process.argv.slice(2);
if (!folder) throw new Error('which folder?');

const articles = Array.from({ length: ARTICLES }, (_, index) =>
  v.parse(articleIdSchema, `article-${index}`),
);
const store = openMarksStore({
  folder,
  fs: createNodeFileSystem(),
  compactor: createThreadCompactor(),
  processes: readProcessTable(),
  now: () => new Date(),
  compactAfter: { changes: 1_000_000, bytes: 1_000_000_000 },
});
const found = articles.flatMap((id) =>
  store.read(id).annotations.map((each) => [each.id, each.note]),
);
say({ step: 'opened', notes: Object.fromEntries(found) });

if (mode === 'fill') await write(FILL_ROUNDS);
if (mode === 'look') {
  await store.compact();
  await store.close();
}

/** Writes a complete line, however slowly the other end reads. */
function say(step: unknown): void {
  let bytes = Buffer.from(`${JSON.stringify(step)}\n`, 'utf8');
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

async function write(rounds: number): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    const { articleId, change, id, note } = pick(round);
    say({ step: 'changing', id, note });
    const saved = store.change(articleId, [change]);
    say({ step: saved.ok ? 'saved' : 'refused', id, note });
    if (round % 10 === 0) {
      // Changes continue while the thread compacts.
      void store.compact();
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function pick(round: number): {
  articleId: ArticleId;
  change: Change;
  id: string;
  note: string | null;
} {
  const article = randomInt(articles.length);
  const articleId = v.parse(articleIdSchema, `article-${article}`);
  const number = article * 1000 + randomInt(ANNOTATIONS_PER_ARTICLE);
  const note = `${process.pid}-${round} ${'نص '.repeat(randomInt(200))}`;
  const annotation = makeAnnotation(articleId, number, note);
  const { id, updatedAt: at } = annotation;
  if (randomInt(4) === 0)
    return { articleId, change: { kind: 'remove-annotation', articleId, at, id }, id, note: null };
  return { articleId, change: { kind: 'put-annotation', articleId, at, annotation }, id, note };
}
