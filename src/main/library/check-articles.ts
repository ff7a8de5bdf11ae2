import type { ArticleId } from '#shared/domain/article.ts';
import { createPace } from '../disk/turns.ts';
import type { OwnFiles } from './own-files.ts';

/** How much is read after one start, so that a very large library does not keep a slow disk busy, bytes. */
const CHECKED_BYTES = 64 * 1024 * 1024;

interface Parts {
  readonly files: Pick<OwnFiles, 'measureWhole'>;
  readonly isStopped: () => boolean;
  /** Called for each article whose file is missing, was cut or was changed. */
  readonly onDoubt: (id: ArticleId) => void;
}

/**
 * Reads the files of articles, so that a damaged one is found before somebody opens it. It works in time slices. A
 * library that is larger than one check begins anywhere, so that every article has its turn after some starts.
 */
export async function checkArticles(
  ids: readonly ArticleId[],
  { files, isStopped, onDoubt }: Parts,
): Promise<void> {
  const pace = createPace();
  const first = Math.floor(Math.random() * ids.length);
  let bytes = 0;
  for (const id of [...ids.slice(first), ...ids.slice(0, first)]) {
    await pace();
    if (isStopped() || bytes > CHECKED_BYTES) return;
    const sizeBytes = files.measureWhole(id);
    if (sizeBytes === null) onDoubt(id);
    else bytes += sizeBytes;
  }
}
