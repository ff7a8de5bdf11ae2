import type { ArticleSummary } from '#shared/domain/article.ts';
import { createPace } from '../disk/turns.ts';
import { detailsOfSummary } from './damage.ts';
import type { OriginalNames } from './original-names.ts';
import type { OwnFiles } from './own-files.ts';

interface Parts {
  readonly files: OwnFiles;
  readonly names: OriginalNames;
}

/**
 * Writes the second copy of the details, and the name of the original, of every article that lacks one, such as articles
 * of older versions. It works in time slices; when the disk refuses, the rest is left to the next start.
 */
export async function copyDetails(
  { files, names }: Parts,
  summaries: readonly ArticleSummary[],
  isStopped: () => boolean,
): Promise<void> {
  const pace = createPace();
  try {
    const named = names.list();
    for (const summary of summaries) {
      await pace();
      if (isStopped()) return;
      if (files.hasFolder(summary.id) && !files.hasDetails(summary.id))
        files.writeDetails(detailsOfSummary(summary));
      const original = summary.own?.original;
      if (original && !named.has(original.sha256)) await names.put(original.sha256, original.name);
    }
  } catch {
    // The disk refuses; the next start tries again.
  }
}
