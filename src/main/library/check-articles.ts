import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { createPace } from '../disk/turns.ts';
import { detailsOfSummary } from './damage.ts';
import type { OwnFiles } from './own-files.ts';
import { isSameDetails } from './understand-own.ts';

/** How much is read after one start, so that a very large library does not keep a slow disk busy, bytes. */
const CHECKED_BYTES = 64 * 1024 * 1024;

interface Parts {
  readonly files: Pick<OwnFiles, 'measureWhole' | 'readDetails'>;
  readonly isStopped: () => boolean;
  /**
   * Called for each article whose file is missing, was cut or was changed, and for each whose second copy of the
   * details is missing or damaged, or says otherwise than the summary.
   */
  readonly onDoubt: (id: ArticleId) => void;
}

/**
 * Compares each summary with the second copy of the article's details, because summaries are old when the newest part of
 * the catalogue was lost. Then it reads the articles' files, so that a damaged one is found before somebody opens it.
 */
export async function checkArticles(
  summaries: readonly ArticleSummary[],
  parts: Parts,
): Promise<void> {
  await compareDetails(summaries, parts);
  await checkFiles(
    summaries.map(({ id }) => id),
    parts,
  );
}

async function compareDetails(
  summaries: readonly ArticleSummary[],
  { files, isStopped, onDoubt }: Parts,
): Promise<void> {
  const pace = createPace();
  for (const summary of summaries) {
    await pace();
    if (isStopped()) return;
    const stored = files.readDetails(summary.id);
    if (!stored || !isSameDetails(stored.details, detailsOfSummary(summary))) onDoubt(summary.id);
  }
}

/**
 * Reads the files in time slices. A library that is larger than one check begins anywhere, so that every article has its
 * turn after some starts.
 */
async function checkFiles(
  ids: readonly ArticleId[],
  { files, isStopped, onDoubt }: Parts,
): Promise<void> {
  const pace = createPace();
  const first = Math.floor(Math.random() * ids.length);
  let bytes = 0;
  for (const id of [...ids.slice(first), ...ids.slice(0, first)]) {
    await pace();
    if (isStopped() || bytes > CHECKED_BYTES) return;
    const sizeBytes = await files.measureWhole(id, pace);
    // The app may have ended while a large file was read.
    if (isStopped()) return;
    if (sizeBytes === null) onDoubt(id);
    else bytes += sizeBytes;
  }
}
